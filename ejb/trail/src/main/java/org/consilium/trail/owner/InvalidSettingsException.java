package org.consilium.trail.owner;

import java.io.Serial;

/** The settings, or the arguments, cannot be used. */
public final class InvalidSettingsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(String message) {
        super(message);
    }

    InvalidSettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
