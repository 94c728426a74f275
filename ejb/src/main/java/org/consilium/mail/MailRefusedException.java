package org.consilium.mail;

import java.io.Serial;

/** The mail server refuses a letter for good. */
final class MailRefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param reason without the address, which must be in no log */
    MailRefusedException(String reason) {
        super(reason);
    }
}
