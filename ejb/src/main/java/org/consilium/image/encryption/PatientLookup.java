package org.consilium.image.encryption;

import java.util.Optional;

/** Finds the patient of a consultation; implemented by the feature that knows consultations. */
public interface PatientLookup {

    /**
     * Finds the account of the patient.
     *
     * @param consultation a public id
     */
    Optional<Long> patientOf(String consultation);
}
