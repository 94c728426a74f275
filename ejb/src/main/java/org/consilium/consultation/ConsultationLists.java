package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.consilium.access.Caller;
import org.consilium.database.NativeReads;
import org.consilium.database.Replicas;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Long lists of consultations, read by key. One statement reads the rows with the names and how much is unread: see
 * {@link ListQuery}.
 */
@ApplicationScoped
public class ConsultationLists {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    @Inject
    private Numbering numbering;

    @Inject
    private Replicas replicas;

    Slice<ConsultationSummary> ofPatient(Caller patient, @Nullable ConsultationId after) {
        long key = patient.accountKey();
        Consultation last = lastShown(after, row -> row.patientKey() == key);
        return list(List.of(ListCondition.of("c.patient_id = ?", key)), ListOrder.LATEST_FIRST, last, patient);
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
        ListOrder order = filter.view() == QueueView.CLOSED ? ListOrder.LATEST_FIRST : ListOrder.URGENT_FIRST;
        Consultation last = lastShown(after, row -> teams.contains(row.teamKey()));
        return list(parts(filter, clinician.accountKey(), teams, patients), order, last, clinician);
    }

    /** A clinician's own is one range, and so are some patients'; what teams have is one for each of them. */
    private static List<ListCondition> parts(
            QueueFilter filter, long clinician, List<Long> teams, @Nullable List<Long> patients) {
        ListCondition shown = stage(filter.view());
        if (filter.severity() != null) {
            shown = shown.and(
                    ListCondition.of("c.urgency = ?", filter.severity().urgency()));
        }
        if (filter.view() == QueueView.MINE) {
            shown = shown.and(ListCondition.of("c.clinician_id = ?", clinician));
        }
        if (patients != null) {
            shown = shown.and(ListCondition.in("c.patient_id", patients));
        }
        if (filter.view() == QueueView.MINE || patients != null) {
            return List.of(shown.and(ListCondition.ofTeamsOf(clinician)));
        }
        ListCondition everybodys = shown;
        return teams.stream()
                .map(team -> ListCondition.ofTeam(team, clinician).and(everybodys))
                .toList();
    }

    private static ListCondition stage(QueueView view) {
        return switch (view) {
            case WAITING -> new ListCondition("c.stage = 1", List.of());
            case MINE, TEAM -> new ListCondition("c.stage = 2", List.of());
            // by the index in the order of the last activity
            case CLOSED -> ListCondition.of("c.status = ?", Status.CLOSED.name());
        };
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

    private Slice<ConsultationSummary> list(
            List<ListCondition> parts, ListOrder order, @Nullable Consultation last, Caller caller) {
        ListQuery query = new ListQuery(
                last == null
                        ? parts
                        : parts.stream()
                                .map(part -> part.and(order.after(last)))
                                .toList(),
                order);
        List<ListedRow> found = rows(query, caller);
        List<Long> unnumbered = found.stream()
                .filter(row -> !row.numbered())
                .map(ListedRow::key)
                .toList();
        // without the primary, the unread counts of these are shown as they are
        if (!unnumbered.isEmpty() && !replicas.isAlone()) {
            numbering.catchUp(unnumbered);
            replicas.leaveInTransaction();
            found = rows(query, caller);
        }
        return Slice.cut(
                found.stream().map(ListedRow::summary).toList(), row -> row.id().value());
    }

    private List<ListedRow> rows(ListQuery list, Caller caller) {
        return reads.rows(list.sql(), list.values(caller.accountKey())).stream()
                .map(row -> ListedRow.of(row, caller))
                .toList();
    }
}
