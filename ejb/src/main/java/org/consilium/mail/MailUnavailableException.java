package org.consilium.mail;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** An e-mail was not accepted. The step that it belongs to is rolled back, and can be repeated. */
@ApplicationException(rollback = true)
public class MailUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MailUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
