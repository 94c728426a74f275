package org.consilium.consultation;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The consultation has changed since the caller read it; they should read it again first. */
@ApplicationException(rollback = true)
public class ChangedMeanwhileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super("the consultation has changed since it was read");
    }
}
