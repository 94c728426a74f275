package org.consilium.limit;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/**
 * This node has more of something to do than it may do at once: it has done nothing, and the call counts for no limit.
 */
@ApplicationException(rollback = true)
public class BusyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Without a stack trace: anybody can cause many of these, and the server logs each. */
    public BusyException(String what) {
        super("too many at once: " + what, null, false, false);
    }
}
