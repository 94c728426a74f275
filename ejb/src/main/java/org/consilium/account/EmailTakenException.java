package org.consilium.account;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Somebody already has an account under this e-mail address. */
@ApplicationException(rollback = true)
public class EmailTakenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public EmailTakenException() {
        super("the e-mail address has an account");
    }
}
