package org.consilium.consultation;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A colleague was first to take the consultation. */
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
