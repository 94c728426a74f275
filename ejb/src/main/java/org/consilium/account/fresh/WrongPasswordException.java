package org.consilium.account.fresh;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The password is wrong by which people who have signed in confirm who they are. */
@ApplicationException(rollback = true)
public class WrongPasswordException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongPasswordException() {
        super("the password is wrong");
    }
}
