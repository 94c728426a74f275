package org.consilium.consultation;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The step is not possible in the consultation's current state. */
@ApplicationException(rollback = true)
public class IllegalStepException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Step step;
    private final Status status;

    public IllegalStepException(Step step, Status status) {
        super(step + " is not possible while " + status);
        this.step = step;
        this.status = status;
    }

    public Step step() {
        return step;
    }

    public Status status() {
        return status;
    }
}
