package org.consilium.database;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The primary is down, and no replica can do what was asked for. */
@ApplicationException(rollback = true)
public class DatabaseUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param what was asked for */
    public DatabaseUnavailableException(String what) {
        super("the primary database does not answer: " + what);
    }

    DatabaseUnavailableException(String what, Throwable cause) {
        super("the primary database does not answer: " + what, cause);
    }
}
