package org.consilium.emergency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.consilium.account.Reason;

/**
 * The form by which a clinician opens an emergency access.
 *
 * @param patient the search that has found the patient
 * @param number which of those that it has found: 1 for the first
 * @param words the reason in the clinician's own words
 */
public record NewEmergency(
        @Valid @NotNull PatientSearch patient,
        int number,
        @NotNull EmergencyReason reason,
        @Reason String words) {

    @Override
    public String toString() {
        return "NewEmergency";
    }
}
