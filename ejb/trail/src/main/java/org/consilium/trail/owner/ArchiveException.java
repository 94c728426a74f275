package org.consilium.trail.owner;

import java.io.Serial;

/** A day cannot be archived or fetched; nothing of it is dropped. */
public final class ArchiveException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
