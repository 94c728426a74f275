package org.consilium.care.cover;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A cover cannot be given; nothing was changed. */
@ApplicationException(rollback = true)
public class CoverRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final CoverRefusal reason;

    CoverRefusedException(CoverRefusal reason) {
        super("a cover was refused: " + reason);
        this.reason = reason;
    }

    public CoverRefusal reason() {
        return reason;
    }
}
