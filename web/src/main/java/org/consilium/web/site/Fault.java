package org.consilium.web.site;

import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.validation.ConstraintViolationException;
import org.consilium.access.NotFoundException;
import org.consilium.database.Outage;
import org.consilium.image.ImagesUnavailableException;
import org.jspecify.annotations.Nullable;

/** The kinds of failure that people are told apart, each with its HTTP status. */
enum Fault {
    NOT_FOUND(404),
    EXPIRED(409),
    BAD_REQUEST(400),
    UNAVAILABLE(503),
    UNFORESEEN(500);

    private static final int MOST_CAUSES = 20;

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** What a failure means, by the first of its causes that says so. */
    static Fault of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            Fault known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return UNFORESEEN;
    }

    private static @Nullable Fault known(Throwable cause) {
        if (cause instanceof NotFoundException) {
            return NOT_FOUND;
        }
        if (cause instanceof ViewExpiredException || cause instanceof ProtectedViewException) {
            return EXPIRED;
        }
        if (cause instanceof ConstraintViolationException) {
            return BAD_REQUEST;
        }
        return cause instanceof ImagesUnavailableException || Outage.isSaidBy(cause) ? UNAVAILABLE : null;
    }
}
