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
import org.consilium.access.Caller;
import org.consilium.database.Replicas;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Long lists of consultations, read by key: each order ends in the row's key, so that it is clear where a slice begins.
 * One statement reads the rows with the names and how much is unread.
 */
@ApplicationScoped
public class ConsultationLists {

    private static final String ROWS = "select " + ListedRow.COLUMNS + " from Consultation c"
            + " join Account p on p.key = c.patientKey left join Account d on d.key = c.clinicianKey"
            + " left join LastRead r on r.consultationKey = c.key and r.accountKey = :caller where ";

    private static final String LATEST_FIRST = " order by c.lastActivityAt desc, c.key desc";
    private static final String AFTER_LATEST =
            " and (c.lastActivityAt < :activity or (c.lastActivityAt = :activity and c.key < :key))";
    private static final String URGENT_FIRST = " order by c.urgency, c.waitingSince, c.key";
    private static final String AFTER_URGENT = " and (c.urgency > :urgency or (c.urgency = :urgency"
            + " and (c.waitingSince > :waiting or (c.waitingSince = :waiting and c.key > :key))))";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Numbering numbering;

    @Inject
    private Replicas replicas;

    Slice<ConsultationSummary> ofPatient(Caller patient, @Nullable ConsultationId after) {
        long key = patient.accountKey();
        Consultation last = lastShown(after, row -> row.patientKey() == key);
        return list(Permission.of(patient), new HashMap<>(), true, last, patient);
    }

    /**
     * The queue.
     *
     * @param teams the keys of the teams to look at; at least one
     * @param patients the keys of the patients to show; everybody's when absent
     */
    Slice<ConsultationSummary> queue(
            QueueFilter filter,
            Caller clinician,
            List<Long> teams,
            @Nullable List<Long> patients,
            @Nullable ConsultationId after) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("c.status in :statuses and c.teamKey in :teams and ")
                .append(Permission.of(clinician));
        values.put("statuses", statuses(filter.view()));
        values.put("teams", teams);
        if (filter.view() == QueueView.MINE) {
            where.append(" and c.clinicianKey = :caller");
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
        return list(where.toString(), values, filter.view() == QueueView.CLOSED, last, clinician);
    }

    /** The row after which a slice begins; absent if it is no longer in the list, which then begins at its head. */
    private @Nullable Consultation lastShown(@Nullable ConsultationId id, Predicate<Consultation> isOfList) {
        return Optional.ofNullable(id)
                .filter(typed -> PublicIds.isWellFormed(typed.value()))
                .flatMap(known -> entities.createQuery(
                                "select c from Consultation c where c.publicId = :id", Consultation.class)
                        .setParameter("id", known.value())
                        .getResultStream()
                        .findFirst())
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

    private Slice<ConsultationSummary> list(
            String where, Map<String, Object> values, boolean latestFirst, @Nullable Consultation last, Caller caller) {
        String bound = "";
        values.put("caller", caller.accountKey());
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
        String query = ROWS + where + bound + (latestFirst ? LATEST_FIRST : URGENT_FIRST);
        List<ListedRow> found = rows(query, values, caller);
        List<Long> unnumbered = found.stream()
                .filter(row -> !row.numbered())
                .map(ListedRow::key)
                .toList();
        // without the primary, the unread counts of these are shown as they are
        if (!unnumbered.isEmpty() && !replicas.isAlone()) {
            numbering.catchUp(unnumbered);
            replicas.leaveInTransaction();
            found = rows(query, values, caller);
        }
        return Slice.cut(
                found.stream().map(ListedRow::summary).toList(), row -> row.id().value());
    }

    private List<ListedRow> rows(String text, Map<String, Object> values, Caller caller) {
        TypedQuery<Object[]> query = entities.createQuery(text, Object[].class);
        values.forEach(query::setParameter);
        return query.setMaxResults(Slice.ROWS + 1)
                .getResultStream()
                .map(row -> ListedRow.of(row, caller))
                .toList();
    }
}
