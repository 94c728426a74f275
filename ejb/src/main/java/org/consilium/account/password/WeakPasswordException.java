package org.consilium.account.password;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A password is easy to guess. */
@ApplicationException(rollback = true)
public class WeakPasswordException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int min;

    /** Why it is easy. */
    public enum Reason {
        SHORT,
        /** It is, or is made of, passwords that many people use. */
        COMMON,
        /** It has the person's own name or address in it. */
        PERSONAL,
        /** It is made of words, dates, keys beside each other, or repetitions. */
        PREDICTABLE
    }

    WeakPasswordException(Reason reason, int min) {
        super("the password is " + reason);
        this.reason = reason;
        this.min = min;
    }

    /** How many characters it must have. */
    public int min() {
        return min;
    }

    public Reason reason() {
        return reason;
    }
}
