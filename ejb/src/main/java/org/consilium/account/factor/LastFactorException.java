package org.consilium.account.factor;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Somebody wants to remove the last second factor of an account whose role needs one. */
@ApplicationException(rollback = true)
public class LastFactorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LastFactorException() {
        super("the role needs a second factor");
    }
}
