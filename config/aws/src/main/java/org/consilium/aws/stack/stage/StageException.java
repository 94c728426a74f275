package org.consilium.aws.stack.stage;

/** A stage cannot be deployed; the message says why. */
public final class StageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StageException(String message) {
        super(message);
    }

    StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
