package org.consilium.mail;

import java.io.Serial;

/** The mail server did not take a letter; it may later. */
final class MailUnavailableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param reason without the address, which must be in no log */
    MailUnavailableException(String reason) {
        super(reason);
    }
}
