package org.consilium.consultation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** A row is shown to the clinicians of its team, as {@link Permission} says. */
    private static final String MEMBER =
            "exists (select 1 from team_member m where m.team_id = %s and m.clinician_id = ?)";

    private static final String OPEN_EMERGENCY =
            "exists (select 1 from emergency_access e where e.open_by = ? and e.patient_id = c.patient_id"
                    + " and e.until_at > ?)";
    /** The same for those who cover for them. */
    private static final String COVERING = "exists (select 1 from cover v"
            + " join team_member m on m.clinician_id = v.covered_id and m.team_id = %s" + Reader.COVERS + ")";

    /** It is taken by somebody for whom the clinician covers. */
    private static final String COVERED_HOLDER =
            "exists (select 1 from cover v" + Reader.COVERS + " and v.covered_id = %s)";

    private static final String COVERED_HOLDER_OF_ROW = COVERED_HOLDER.formatted("c.clinician_id");

    /** Whose list it is, and when. */
    record Reader(long clinician, LocalDateTime now) {

        private static final String COVERS = " where v.covering_id = ? and v.starts_at <= ? and v.ends_at > ?";

        static Reader of(long clinician, Instant now) {
            return new Reader(clinician, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        }

        private List<Object> coverValues() {
            return List.of(clinician, now, now);
        }
    }

    static ListCondition of(String sql, Object value) {
        return new ListCondition(sql, List.of(value));
    }

    /** The column has one of these values. */
    static ListCondition in(String column, Collection<Long> values) {
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        return new ListCondition(column + " in (" + places + ")", List.copyOf(values));
    }

    /** In this team, if the clinician is in it. */
    static ListCondition ofTeam(long team, Reader reader) {
        return new ListCondition("c.team_id = ? and " + MEMBER.formatted("?"), List.of(team, team, reader.clinician()));
    }

    /** In this team, if the clinician covers for somebody in it. */
    static ListCondition ofCoveredTeam(long team, Reader reader) {
        return of("c.team_id = ?", team).and(new ListCondition(COVERING.formatted("?"), coverOf(team, reader)));
    }

    private static List<Object> coverOf(long team, Reader reader) {
        return Stream.concat(Stream.of(team), reader.coverValues().stream()).toList();
    }

    /** Taken by this clinician, if the reader covers for them: that is asked once, and not for each row. */
    static ListCondition ofCoveredHolder(long holder, Reader reader) {
        List<Object> cover =
                Stream.concat(reader.coverValues().stream(), Stream.of(holder)).toList();
        return of("c.clinician_id = ?", holder).and(new ListCondition(COVERED_HOLDER.formatted("?"), cover));
    }

    /** Of the patient of an emergency access, while the clinician has it open. */
    static ListCondition inEmergency(long patient, long clinician, Instant now) {
        return of("c.patient_id = ?", patient)
                .and(new ListCondition(
                        OPEN_EMERGENCY, List.of(clinician, LocalDateTime.ofInstant(now, ZoneOffset.UTC))));
    }

    /** Taken by the clinician, or by somebody for whom they cover. */
    static ListCondition held(Reader reader) {
        List<Object> values = new ArrayList<>(List.of(reader.clinician()));
        values.addAll(reader.coverValues());
        return new ListCondition("(c.clinician_id = ? or " + COVERED_HOLDER_OF_ROW + ")", values);
    }

    /** Within reach of the clinician, as one of the care team or by cover. */
    static ListCondition within(Reader reader) {
        List<Object> values = new ArrayList<>(List.of(reader.clinician(), reader.clinician()));
        values.addAll(reader.coverValues());
        values.addAll(reader.coverValues());
        return new ListCondition(
                "(c.clinician_id = ? and c.stage < 3 or " + MEMBER.formatted("c.team_id") + " or "
                        + COVERING.formatted("c.team_id") + " or c.stage < 3 and " + COVERED_HOLDER_OF_ROW + ")",
                values);
    }

    ListCondition and(ListCondition other) {
        return new ListCondition(
                sql + " and " + other.sql,
                Stream.concat(values.stream(), other.values.stream()).toList());
    }
}
