package org.consilium.access;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The caller has to prove once more who they are, as a session that was left open is not enough; nothing was done. */
@ApplicationException(rollback = true)
public class NotFreshException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotFreshException() {
        super("the caller has not authenticated within the last minutes");
    }
}
