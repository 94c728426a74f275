package org.consilium.image;

import java.util.Optional;

/** What this feature has to know of consultations: whose they are. */
public interface PatientLookup {

    /** The account of the patient whose consultation has this public id. */
    Optional<Long> patientOf(String consultation);
}
