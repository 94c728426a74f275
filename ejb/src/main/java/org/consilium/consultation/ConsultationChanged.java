package org.consilium.consultation;

import java.util.Set;

/**
 * A consultation has changed; fired by every step inside its transaction, and observed after the commit.
 *
 * @param seenByPatient false for what the staff alone see, such as a note
 * @param teams the keys of the teams that see the consultation, or did until now
 * @param people the keys of the accounts of those who are asked in, or were until now
 */
public record ConsultationChanged(
        ConsultationId id, long patientKey, boolean seenByPatient, Set<Long> teams, Set<Long> people) {

    public ConsultationChanged {
        teams = Set.copyOf(teams);
        people = Set.copyOf(people);
    }
}
