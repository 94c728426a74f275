package org.consilium.consultation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.Relation;
import org.consilium.access.Role;

/**
 * Who may reach a consultation, as conditions of the query that reads it, so that the record and the permission are of
 * one moment. Any of the conditions is enough; {@link ListCondition} says the same for lists.
 *
 * @param conditions on the consultation {@code c} for the account {@code :caller} at the time {@code :now}, each with
 *     the relation that it finds; the most frequent first
 */
record Permission(List<Condition> conditions) {

    /** One way to reach a consultation. */
    record Condition(Relation relation, String jpql) {}

    private static final Permission PATIENT =
            new Permission(List.of(new Condition(Relation.SELF, "c.patientKey = :caller")));

    private static final Permission STAFF = new Permission(List.of(
            // the clinicians of its team, and the one who has it
            new Condition(Relation.CARE_TEAM, """
                    (exists (select own from Clinician k join k.teams own
                    where k.accountKey = :caller and own.key = c.teamKey)
                    or c.clinicianKey = :caller and c.closedAt is null)"""),
            // what somebody reaches in this way for whom the caller covers
            new Condition(Relation.COVER, """
                    exists (select v.key from Cover v where v.coveringKey = :caller
                    and v.startsAt <= :now and v.endsAt > :now
                    and (c.clinicianKey = v.coveredKey and c.closedAt is null
                    or exists (select theirs from Clinician away join away.teams theirs
                    where away.accountKey = v.coveredKey and theirs.key = c.teamKey)))"""),
            new Condition(Relation.ASKED_IN, """
                    exists (select q.key from Asking q where q.askedKey = :caller
                    and q.active = true and q.consultationKey = c.key)"""),
            new Condition(Relation.EMERGENCY, """
                    exists (select e.key from EmergencyAccess e where e.openBy = :caller
                    and e.patientKey = c.patientKey and e.until > :now)""")));

    Permission {
        conditions = List.copyOf(conditions);
    }

    static Permission of(Caller caller) {
        return caller.is(Role.PATIENT) ? PATIENT : STAFF;
    }

    /** Any of the conditions. */
    String any() {
        return conditions.stream().map(Condition::jpql).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** A query with one of the conditions or all of them, whose parameters have their values. */
    static <T> TypedQuery<T> query(EntityManager entities, String jpql, Class<T> type, Caller caller, Instant now) {
        TypedQuery<T> query = entities.createQuery(jpql, type).setParameter("caller", caller.accountKey());
        return jpql.contains(":now") ? query.setParameter("now", now) : query;
    }
}
