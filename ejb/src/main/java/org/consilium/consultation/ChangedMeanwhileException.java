package org.consilium.consultation;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Something was written since the caller last looked, which they should read before they go on. */
@ApplicationException(rollback = true)
public class ChangedMeanwhileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super("the consultation has changed since it was read");
    }
}
