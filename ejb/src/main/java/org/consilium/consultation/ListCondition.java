package org.consilium.consultation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on the row {@code c} of a consultation.
 *
 * @param values of its parameters, in their order
 */
record ListCondition(String sql, List<Object> values) {

    /** A row is shown to the clinicians of its team alone, as {@link Permission} says. */
    private static final String MEMBER =
            "exists (select 1 from team_member m where m.team_id = %s and m.clinician_id = ?)";

    private static final String OPEN_EMERGENCY =
            "exists (select 1 from emergency_access e where e.open_by = ? and e.patient_id = c.patient_id"
                    + " and e.until_at > ?)";

    static ListCondition of(String sql, Object value) {
        return new ListCondition(sql, List.of(value));
    }

    /** The column has one of these values. */
    static ListCondition in(String column, Collection<Long> values) {
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        return new ListCondition(column + " in (" + places + ")", List.copyOf(values));
    }

    /** In this team, if the clinician is in it. */
    static ListCondition ofTeam(long team, long clinician) {
        return new ListCondition("c.team_id = ? and " + MEMBER.formatted("?"), List.of(team, team, clinician));
    }

    /** In any team of the clinician. */
    static ListCondition ofTeamsOf(long clinician) {
        return of(MEMBER.formatted("c.team_id"), clinician);
    }

    /** Of the patient of an emergency access, while the clinician has it open. */
    static ListCondition inEmergency(long patient, long clinician, Instant now) {
        return of("c.patient_id = ?", patient)
                .and(new ListCondition(
                        OPEN_EMERGENCY, List.of(clinician, LocalDateTime.ofInstant(now, ZoneOffset.UTC))));
    }

    ListCondition and(ListCondition other) {
        return new ListCondition(
                sql + " and " + other.sql,
                Stream.concat(values.stream(), other.values.stream()).toList());
    }
}
