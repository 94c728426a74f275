package org.consilium.audit;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The trail cannot be written, so that nothing may be done or shown. */
@ApplicationException(rollback = true)
public class NotRecordedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotRecordedException(Throwable cause) {
        super("the audit trail cannot be written", cause);
    }
}
