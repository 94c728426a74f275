package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.care.cover.Coverage;
import org.consilium.consultation.ListCondition.Reader;
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

    @Inject
    private Clock clock;

    /** The only consultation that the reader has something new in, and may open. */
    Optional<ConsultationId> news(Caller caller) {
        long key = caller.accountKey();
        Reader reader = Reader.of(key, clock.instant());
        ListCondition open = caller.is(Role.PATIENT)
                ? ListCondition.of("c.patient_id = ?", key)
                : ListCondition.held(reader).and(ListCondition.within(reader));
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
     * @param teams the keys of the teams that the clinician is in
     * @param coverage for whom they cover
     * @param patients the keys of the patients to show; everybody's when absent
     */
    Slice<ConsultationSummary> queue(
            QueueFilter filter,
            Caller clinician,
            List<Long> teams,
            Coverage coverage,
            @Nullable List<Long> patients,
            @Nullable ConsultationId after) {
        Consultation last =
                lastShown(after, row -> teams.contains(row.teamKey()) || isCovered(row, clinician, coverage));
        Reader reader = Reader.of(clinician.accountKey(), clock.instant());
        return list(parts(filter, reader, teams, coverage, patients), order(filter), last, clinician);
    }

    private static boolean isCovered(Consultation row, Caller clinician, Coverage coverage) {
        Long holder = row.clinicianKey();
        return coverage.teams().contains(row.teamKey())
                || (holder != null
                        && (holder == clinician.accountKey()
                                || coverage.people().contains(holder)));
    }

    /** A clinician's own is one range, and so are some patients'; what teams have is one for each of them. */
    private static List<ListCondition> parts(
            QueueFilter filter, Reader reader, List<Long> teams, Coverage coverage, @Nullable List<Long> patients) {
        ListCondition shown = stage(filter);
        if (filter.severity() != null) {
            shown = shown.and(
                    ListCondition.of("c.urgency = ?", filter.severity().urgency()));
        }
        if (patients != null) {
            shown = shown.and(ListCondition.in("c.patient_id", patients));
            return List.of((filter.view() == QueueView.MINE ? shown.and(heldBy(reader, coverage)) : shown)
                    .and(ListCondition.within(reader)));
        }
        ListCondition everybodys = shown;
        return (filter.view() == QueueView.MINE ? held(reader, coverage) : reached(reader, teams, coverage))
                .map(part -> part.and(everybodys))
                .toList();
    }

    private static ListCondition heldBy(Reader reader, Coverage coverage) {
        List<Long> holders = new ArrayList<>(coverage.people());
        holders.add(reader.clinician());
        return ListCondition.in("c.clinician_id", holders);
    }

    /** What somebody has taken who is away is the work of the one who covers. */
    private static Stream<ListCondition> held(Reader reader, Coverage coverage) {
        return Stream.concat(
                Stream.of(ListCondition.of("c.clinician_id = ?", reader.clinician())),
                coverage.people().stream().map(person -> ListCondition.ofCoveredHolder(person, reader)));
    }

    private static Stream<ListCondition> reached(Reader reader, List<Long> teams, Coverage coverage) {
        return Stream.concat(
                teams.stream().map(team -> ListCondition.ofTeam(team, reader)),
                coverage.teams().stream()
                        .filter(team -> !teams.contains(team))
                        .map(team -> ListCondition.ofCoveredTeam(team, reader)));
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
