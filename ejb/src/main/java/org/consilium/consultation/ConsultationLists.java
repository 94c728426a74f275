package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.consilium.access.Caller;
import org.consilium.access.Role;
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

    private static final String NEWS = "select c.public_id from unread_notification n"
            + " join consultation c on c.id = n.consultation_id where %s limit 2";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    @Inject
    private Numbering numbering;

    @Inject
    private Replicas replicas;

    /** The only consultation that the reader has something new in, and may open. */
    Optional<ConsultationId> news(Caller reader) {
        long key = reader.accountKey();
        ListCondition open = reader.is(Role.PATIENT)
                ? ListCondition.of("c.patient_id = ?", key)
                : ListCondition.of("c.clinician_id = ?", key).and(ListCondition.ofTeamsOf(key));
        ListCondition all = ListCondition.of("n.account_id = ?", key).and(open);
        List<Object[]> found = reads.rows(NEWS.formatted(all.sql()), all.values());
        return found.size() == 1 ? Optional.of(new ConsultationId((String) found.getFirst()[0])) : Optional.empty();
    }

    Slice<ConsultationSummary> ofPatient(Caller patient, @Nullable ConsultationId after) {
        long key = patient.accountKey();
        Consultation last = lastShown(after, row -> row.patientKey() == key);
        return list(List.of(ListCondition.of("c.patient_id = ?", key)), ListOrder.LATEST_FIRST, last, patient);
    }

    /** Of a patient whose consultations the clinician has opened in an emergency. */
    Slice<ConsultationSummary> inEmergency(
            long patient, Caller clinician, Instant now, @Nullable ConsultationId after) {
        Consultation last = lastShown(after, row -> row.patientKey() == patient);
        ListCondition shown = ListCondition.inEmergency(patient, clinician.accountKey(), now);
        return list(List.of(shown), ListOrder.LATEST_FIRST, last, clinician);
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
        Consultation last = lastShown(after, row -> teams.contains(row.teamKey()));
        return list(parts(filter, clinician.accountKey(), teams, patients), order(filter), last, clinician);
    }

    /** A clinician's own is one range, and so are some patients'; what teams have is one for each of them. */
    private static List<ListCondition> parts(
            QueueFilter filter, long clinician, List<Long> teams, @Nullable List<Long> patients) {
        ListCondition shown = stage(filter);
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

    private static ListOrder order(QueueFilter filter) {
        if (filter.view() != QueueView.CLOSED) {
            return ListOrder.URGENT_FIRST;
        }
        return filter.severity() == null ? ListOrder.LATEST_FIRST : ListOrder.LATEST_CLOSED_FIRST;
    }

    /** In the words of the index that has the order. */
    private static ListCondition stage(QueueFilter filter) {
        return switch (filter.view()) {
            case WAITING -> ListCondition.of("c.stage = ?", 1);
            case MINE, TEAM -> ListCondition.of("c.stage = ?", 2);
            case CLOSED ->
                filter.severity() == null
                        ? ListCondition.of("c.status = ?", Status.CLOSED.name())
                        : new ListCondition("c.closed_at is not null", List.of());
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
