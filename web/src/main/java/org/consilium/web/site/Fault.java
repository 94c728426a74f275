package org.consilium.web.site;

import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.consilium.access.NotFoundException;
import org.consilium.image.ImagesUnavailableException;
import org.jspecify.annotations.Nullable;

/** The kinds of failure that people are told apart, each with its HTTP status. */
enum Fault {
    NOT_FOUND(404),
    EXPIRED(409),
    BAD_REQUEST(400),
    UNAVAILABLE(503),
    UNFORESEEN(500);

    /** SQLSTATE class 08: connection exception (ISO 9075-2, table 38). */
    private static final String CONNECTION = "08";

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
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        for (int seen = 0; !open.isEmpty() && seen < MOST_CAUSES; seen++) {
            Throwable cause = open.remove();
            Fault known = known(cause);
            if (known != null) {
                return known;
            }
            if (cause.getCause() != null && cause.getCause() != cause) {
                open.add(cause.getCause());
            }
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
        boolean away = cause instanceof ImagesUnavailableException
                || cause instanceof SQLTransientException
                || cause instanceof SQLNonTransientConnectionException
                || (cause instanceof SQLException sql && isConnection(sql));
        return away ? UNAVAILABLE : null;
    }

    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        String message = failure.getMessage();
        return (state != null && state.startsWith(CONNECTION))
                || (message != null && message.startsWith("Error in allocating a connection"));
    }
}
