package org.consilium.account;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The e-mail address already has an account. */
@ApplicationException(rollback = true)
public class EmailTakenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public EmailTakenException() {
        super("the e-mail address already has an account");
    }
}
