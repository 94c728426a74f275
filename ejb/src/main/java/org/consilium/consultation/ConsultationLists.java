package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Long lists of consultations, read by key: each order ends in the row's key, so that it is clear where a slice begins.
 */
@ApplicationScoped
public class ConsultationLists {

    private static final String LATEST_FIRST = " order by c.lastActivityAt desc, c.key desc";
    private static final String AFTER_LATEST =
            " and (c.lastActivityAt < :activity or (c.lastActivityAt = :activity and c.key < :key))";
    private static final String URGENT_FIRST = " order by c.urgency, c.waitingSince, c.key";
    private static final String AFTER_URGENT = " and (c.urgency > :urgency or (c.urgency = :urgency"
            + " and (c.waitingSince > :waiting or (c.waitingSince = :waiting and c.key > :key))))";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Consultations consultations;

    Slice<Consultation> ofPatient(long patientKey, @Nullable ConsultationId after) {
        Map<String, Object> values = new HashMap<>(Map.of("patient", patientKey));
        Consultation last = lastShown(after, row -> row.patientKey() == patientKey);
        return list("c.patientKey = :patient", values, true, last);
    }

    /**
     * @param teams the keys of the clinician's teams; at least one
     * @param patients the keys of the patients to show; everybody's when absent
     */
    Slice<Consultation> queue(
            QueueFilter filter,
            long clinicianKey,
            List<Long> teams,
            @Nullable List<Long> patients,
            @Nullable ConsultationId after) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("c.status in :statuses and c.teamKey in :teams");
        values.put("statuses", statuses(filter.view()));
        values.put("teams", teams);
        if (filter.view() == QueueView.MINE) {
            where.append(" and c.clinicianKey = :clinician");
            values.put("clinician", clinicianKey);
        }
        if (filter.severity() != null) {
            where.append(" and c.urgency = :severity");
            values.put("severity", filter.severity().urgency());
        }
        if (patients != null) {
            where.append(" and c.patientKey in :patients");
            values.put("patients", patients);
        }
        Consultation last = lastShown(after, row -> teams.contains(row.teamKey()));
        return list(where.toString(), values, filter.view() == QueueView.CLOSED, last);
    }

    /** The row after which a slice begins; absent if it is no longer in the list, which then begins at its head. */
    private @Nullable Consultation lastShown(@Nullable ConsultationId id, Predicate<Consultation> isOfList) {
        return Optional.ofNullable(id)
                .flatMap(consultations::find)
                .filter(isOfList)
                .orElse(null);
    }

    private static Set<Status> statuses(QueueView view) {
        return switch (view) {
            case WAITING -> Set.of(Status.SUBMITTED);
            case MINE, TEAM -> Set.of(Status.IN_PROGRESS, Status.WAITING_FOR_PATIENT);
            case CLOSED -> Set.of(Status.CLOSED);
        };
    }

    private Slice<Consultation> list(
            String where, Map<String, Object> values, boolean latestFirst, @Nullable Consultation last) {
        String bound = "";
        if (last != null) {
            bound = latestFirst ? AFTER_LATEST : AFTER_URGENT;
            values.put("key", last.key());
            if (latestFirst) {
                values.put("activity", last.lastActivityAt());
            } else {
                values.put("urgency", last.severity().urgency());
                values.put("waiting", last.waitingSince());
            }
        }
        String order = latestFirst ? LATEST_FIRST : URGENT_FIRST;
        TypedQuery<Consultation> query =
                entities.createQuery("select c from Consultation c where " + where + bound + order, Consultation.class);
        values.forEach(query::setParameter);
        List<Consultation> found = query.setMaxResults(Slice.ROWS + 1).getResultList();
        return Slice.cut(found, consultation -> consultation.id().value());
    }
}
