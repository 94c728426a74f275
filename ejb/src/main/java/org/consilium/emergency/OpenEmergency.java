package org.consilium.emergency;

import java.time.Instant;

/**
 * An emergency access that is open, as its clinician sees it.
 *
 * @param patient the patient's full name
 * @param until when it ends by itself
 */
public record OpenEmergency(EmergencyId id, long patientKey, String patient, Instant until) {

    boolean isOpen(Instant now) {
        return now.isBefore(until);
    }
}
