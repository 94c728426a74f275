package org.consilium.web.site;

import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.validation.ConstraintViolationException;
import org.consilium.access.NotFoundException;
import org.consilium.audit.NotRecordedException;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.database.DatabaseUnavailableException;
import org.consilium.database.DuplicateKeyException;
import org.consilium.database.Outage;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.limit.BusyException;
import org.jspecify.annotations.Nullable;

/** The kinds of failure that have an error page of their own, each with its HTTP status. */
public enum Fault {
    NOT_FOUND(404),
    EXPIRED(409),
    BAD_REQUEST(400),
    TOO_LARGE(413),
    UNAVAILABLE(503),
    BUSY(503),
    UNFORESEEN(500);

    private static final int MAX_CAUSES = 20;

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The kind of a failure, by the first of its causes that has one. */
    static Fault of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            Fault known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return UNFORESEEN;
    }

    /** Whether a form was too large to be read. The server has no exception class for that. */
    public static boolean isAboutSize(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof IllegalStateException
                && (message.contains("Post too large") || message.contains("exceeds its maximum permitted size"));
    }

    /** A form with a field for files came as one without; the container has no exception class for that. */
    private static boolean isAboutMediaType(Throwable cause) {
        return cause instanceof ServletException
                && String.valueOf(cause.getMessage()).contains("not a multipart/form-data");
    }

    private static @Nullable Fault known(Throwable cause) {
        if (cause instanceof NotFoundException) {
            return NOT_FOUND;
        }
        if (cause instanceof ViewExpiredException
                || cause instanceof ProtectedViewException
                || DuplicateKeyException.isSaidBy(cause)) {
            return EXPIRED;
        }
        if (cause instanceof ConstraintViolationException || isAboutMediaType(cause)) {
            return BAD_REQUEST;
        }
        if (isAboutSize(cause)) {
            return TOO_LARGE;
        }
        if (cause instanceof BusyException) {
            return BUSY;
        }
        return isOutage(cause) ? UNAVAILABLE : null;
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof ImagesUnavailableException
                || cause instanceof CacheUnavailableException
                || cause instanceof DatabaseUnavailableException
                || cause instanceof NotRecordedException
                || Outage.isSaidBy(cause);
    }
}
