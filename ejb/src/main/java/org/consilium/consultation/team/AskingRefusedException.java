package org.consilium.consultation.team;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Somebody cannot be asked in; nothing was changed. */
@ApplicationException(rollback = true)
public class AskingRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final AskingRefusal reason;

    AskingRefusedException(AskingRefusal reason) {
        super("asking a colleague was refused: " + reason);
        this.reason = reason;
    }

    public AskingRefusal reason() {
        return reason;
    }
}
