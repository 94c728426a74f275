package org.consilium.access;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** There is no such record, or the caller may not know of it: by design, the two cannot be told apart. */
@ApplicationException(rollback = true)
public class NotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("no such record for this caller");
    }
}
