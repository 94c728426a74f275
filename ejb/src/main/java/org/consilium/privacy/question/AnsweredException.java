package org.consilium.privacy.question;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Somebody else has answered the question in the meantime. */
@ApplicationException(rollback = true)
public class AnsweredException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    AnsweredException() {
        super("the question is answered");
    }
}
