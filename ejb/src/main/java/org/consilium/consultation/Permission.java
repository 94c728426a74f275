package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.Relation;
import org.consilium.access.Role;

/**
 * Who may reach a consultation, as a condition of the query that reads it, so that the record, the permission, and the
 * reason for it are of one moment: its patient, the clinicians of its team, and those who have opened the patient's
 * consultations in an emergency.
 */
@ApplicationScoped
public class Permission {

    /** A way to the consultation {@code c} for the account {@code :caller} at the time {@code :now}. */
    private record Way(Relation relation, String condition) {}

    private static final List<Way> OF_PATIENT = List.of(new Way(Relation.SELF, "c.patientKey = :caller"));

    /** The first one that is open is the reason. */
    private static final List<Way> OF_STAFF = List.of(
            new Way(
                    Relation.CARE_TEAM,
                    "exists (select own from Clinician k join k.teams own"
                            + " where k.accountKey = :caller and own.key = c.teamKey)"),
            new Way(
                    Relation.EMERGENCY,
                    "exists (select e from EmergencyAccess e where e.openBy = :caller"
                            + " and e.patientKey = c.patientKey and e.until > :now)"));

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    private static List<Way> ways(Caller caller) {
        return caller.is(Role.PATIENT) ? OF_PATIENT : OF_STAFF;
    }

    /** The condition on the consultation {@code c}. */
    static String of(Caller caller) {
        return ways(caller).stream().map(Way::condition).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** What a query selects to know the {@link Relation} by its name. */
    static String relation(Caller caller) {
        return ways(caller).stream()
                .map(way -> "when " + way.condition() + " then '" + way.relation() + "'")
                .collect(Collectors.joining(" ", "case ", " else '' end"));
    }

    /** A query with that condition, for this caller and moment. */
    <T> TypedQuery<T> in(String query, Class<T> type, Caller caller) {
        TypedQuery<T> found = entities.createQuery(query, type).setParameter("caller", caller.accountKey());
        return caller.is(Role.PATIENT) ? found : found.setParameter("now", clock.instant());
    }
}
