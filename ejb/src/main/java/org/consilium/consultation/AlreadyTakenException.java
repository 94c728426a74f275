package org.consilium.consultation;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A colleague has taken the consultation first; says who. */
@ApplicationException(rollback = true)
public class AlreadyTakenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String clinician;

    /** @param clinician the colleague's full name */
    public AlreadyTakenException(String clinician) {
        super("a colleague has taken the consultation");
        this.clinician = clinician;
    }

    public String clinician() {
        return clinician;
    }
}
