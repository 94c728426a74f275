package org.consilium.consultation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about a consultation is not as it was; fired by every step, and of use once the step is committed.
 *
 * @param patientId the patient's key, unless the patient does not see the change
 * @param teams the keys of the teams that see the consultation, or did until now
 */
public record ConsultationChanged(
        ConsultationId id, @Nullable Long patientId, Set<Long> teams) {

    public ConsultationChanged {
        teams = Set.copyOf(teams);
    }
}
