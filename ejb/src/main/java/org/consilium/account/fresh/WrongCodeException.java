package org.consilium.account.fresh;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The code is wrong, or was used before, by which people who have signed in confirm who they are. */
@ApplicationException(rollback = true)
public class WrongCodeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongCodeException() {
        super("the code is wrong");
    }
}
