package org.consilium.review.mark;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Nobody was marked. */
@ApplicationException(rollback = true)
public class MarkRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final MarkRefusal refusal;

    MarkRefusedException(MarkRefusal refusal) {
        super("nobody is marked: " + refusal);
        this.refusal = refusal;
    }

    public MarkRefusal refusal() {
        return refusal;
    }
}
