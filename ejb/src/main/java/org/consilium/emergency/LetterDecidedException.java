package org.consilium.emergency;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The letter to the patient was sent, or held back, already. */
@ApplicationException(rollback = true)
public class LetterDecidedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LetterDecidedException() {
        super("the letter is decided already");
    }
}
