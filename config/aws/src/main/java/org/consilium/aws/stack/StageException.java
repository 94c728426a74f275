package org.consilium.aws.stack;

/** A stage that cannot be deployed, and why. */
public final class StageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StageException(String message) {
        super(message);
    }

    StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
