package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.consilium.care.cover.Covers;

/**
 * Who watches what at a moment. Somebody is there who can sign in, and for whom no cover runs. What was taken is
 * watched by the one who has it, as long as they are in its team, or cover for one of it, and by those who cover for
 * them; what waits, by the clinicians of its team, and by those who cover for one of them.
 */
@ApplicationScoped
public class Watch {

    /** Of the account {@code %1$s}. */
    private static final String IS_THERE = "%1$s.status = 'ACTIVE' AND NOT EXISTS (SELECT 1 FROM cover w"
            + " WHERE w.covered_id = %1$s.id AND " + Covers.RUNS.formatted("w") + ")";

    /** Of the clinician {@code p.clinician_id} and the team {@code p.team_id}. */
    private static final String HOLDER_IS_AWAY = "NOT EXISTS (SELECT 1 FROM account a WHERE a.id = p.clinician_id AND "
            + IS_THERE.formatted("a")
            + " AND (EXISTS (SELECT 1 FROM team_member m WHERE m.clinician_id = a.id AND m.team_id = p.team_id)"
            + " OR EXISTS (SELECT 1 FROM cover u JOIN team_member n ON n.clinician_id = u.covered_id"
            + " WHERE n.team_id = p.team_id AND u.covering_id = a.id AND " + Covers.RUNS.formatted("u") + ")))"
            + " AND NOT EXISTS (SELECT 1 FROM cover v JOIN account b ON b.id = v.covering_id"
            + " WHERE v.covered_id = p.clinician_id AND " + Covers.RUNS.formatted("v") + " AND "
            + IS_THERE.formatted("b")
            + ")";

    /** Grouped by the whole beginning of an index, which is then read once for each pair, however much they hold. */
    private static final String UNWATCHED = "SELECT p.clinician_id, p.team_id FROM (SELECT clinician_id, team_id"
            + " FROM consultation WHERE stage = 2 GROUP BY stage, clinician_id, team_id) p WHERE " + HOLDER_IS_AWAY
            + " LIMIT ?1";

    private static final String IS_UNWATCHED =
            "SELECT p.clinician_id FROM (SELECT ?1 AS clinician_id, ?2 AS team_id) p WHERE " + HOLDER_IS_AWAY;

    /** Of the team {@code t}, by the accounts {@code a} that the condition {@code %1$s} leaves. */
    private static final String IS_WATCHED =
            "(EXISTS (SELECT 1 FROM team_member m JOIN account a ON a.id = m.clinician_id"
                    + " WHERE m.team_id = t.id AND " + IS_THERE.formatted("a") + "%1$s)"
                    + " OR EXISTS (SELECT 1 FROM team_member m JOIN cover v ON v.covered_id = m.clinician_id"
                    + " JOIN account a ON a.id = v.covering_id WHERE m.team_id = t.id AND " + Covers.RUNS.formatted("v")
                    + " AND " + IS_THERE.formatted("a") + "%1$s))";

    private static final String TEAMS = "SELECT t.id, EXISTS (SELECT 1 FROM consultation c WHERE c.team_id = t.id"
            + " AND c.stage = 1), " + IS_WATCHED.formatted("") + " FROM team t ORDER BY t.intake IS NULL, t.id";

    /** Begins with the teams of one clinician who is there, so that it does not read the members of all teams. */
    private static final String WATCHED_BY_ONE = "SELECT t.name FROM account p JOIN"
            + " (SELECT m.team_id FROM team_member m WHERE m.clinician_id = ?1"
            + " UNION SELECT n.team_id FROM cover u JOIN team_member n ON n.clinician_id = u.covered_id"
            + " WHERE u.covering_id = ?1 AND " + Covers.RUNS.formatted("u") + ") s JOIN team t ON t.id = s.team_id"
            + " WHERE p.id = ?1 AND " + IS_THERE.formatted("p")
            + " AND NOT " + IS_WATCHED.formatted(" AND a.id <> ?1") + " ORDER BY t.name";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** Somebody who is not there, and a team with consultations that they have taken. */
    record Held(long clinician, long team) {}

    /** Teams as they are. */
    record Staffing(long team, boolean waiting, boolean watched) {}

    /** Those whose consultations nobody watches. */
    List<Held> unwatched(int most) {
        List<?> rows =
                entities.createNativeQuery(UNWATCHED).setParameter(1, most).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Held(number(row[0]), number(row[1])))
                .toList();
    }

    boolean isUnwatched(Held held) {
        return !entities.createNativeQuery(IS_UNWATCHED)
                .setParameter(1, held.clinician())
                .setParameter(2, held.team())
                .getResultList()
                .isEmpty();
    }

    /** All teams, the intake first. */
    List<Staffing> teams() {
        List<?> rows = entities.createNativeQuery(TEAMS).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Staffing(number(row[0]), isTrue(row[1]), isTrue(row[2])))
                .toList();
    }

    /** The names of the teams that nobody but this clinician watches. */
    List<String> teamsWatchedBy(long clinician) {
        List<?> names = entities.createNativeQuery(WATCHED_BY_ONE)
                .setParameter(1, clinician)
                .getResultList();
        return names.stream().map(Object::toString).toList();
    }

    private static long number(Object stored) {
        return ((Number) stored).longValue();
    }

    private static boolean isTrue(Object stored) {
        return stored instanceof Boolean truth ? truth : number(stored) != 0;
    }
}
