package org.consilium.emergency;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The clinician has an emergency access to another patient, which has to end first. */
@ApplicationException(rollback = true)
public class EmergencyOpenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    EmergencyOpenException() {
        super("an emergency access to another patient is open");
    }
}
