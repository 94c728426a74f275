package org.consilium.local.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** Something cannot start or continue. The message is one line that says why, and what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /**
     * For a file that could not be read or written; recognizes a full disk.
     *
     * @param attempt completes "cannot ..." in the message
     */
    public static StartException of(String attempt, IOException cause) {
        return new StartException("cannot " + attempt + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied for " + cause.getMessage() + " (does it belong to another user?)";
        }
        return Diagnosis.ofText(String.valueOf(cause.getMessage()))
                .orElseGet(() -> cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
