package org.consilium.review.mark;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The privacy officers mark patients whose records are looked at more closely. */
@Stateless
public class MarkService {

    @Inject
    private Marks marks;

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /** All of them, the newest first. */
    @Requires(Action.LIST_MARKS)
    public Slice<MarkedPatient> list(@Nullable MarkId after) {
        List<Mark> found = marks.newest(after);
        Map<Long, AccountSummary> people = accounts.summaries(found.stream()
                .flatMap(mark -> Stream.of(mark.patientKey(), mark.staffKey(), mark.markedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Slice.cut(
                found.stream()
                        .map(mark -> mark.asRow(
                                Objects.requireNonNull(people.get(mark.patientKey())),
                                mark.staffKey() == null ? null : people.get(mark.staffKey()),
                                Objects.requireNonNull(people.get(mark.markedBy()))))
                        .toList(),
                row -> row.id().value());
    }

    /**
     * Marks the patient of a name and a date of birth; if there are several, all of them.
     *
     * @throws MarkRefusedException when there is no such patient, or no such member of the staff
     */
    @Requires(Action.MARK_PATIENT)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void mark(@Valid NewMark form) {
        Long staff = form.staff() == null ? null : staff(form.staff());
        List<Long> patients = accounts.patientsCalled(form.name(), form.dateOfBirth());
        if (patients.isEmpty()) {
            throw new MarkRefusedException(MarkRefusal.NO_PATIENT);
        }
        patients.forEach(patient -> mark(patient, form.kind(), staff));
    }

    private long staff(String address) {
        return accounts.activeOwner(address)
                .map(AccountOwner::accountKey)
                .filter(key -> isStaff(accounts.summaries(List.of(key)).get(key)))
                .orElseThrow(() -> new MarkRefusedException(MarkRefusal.NO_STAFF));
    }

    private static boolean isStaff(@Nullable AccountSummary account) {
        return account != null && account.role() != Role.PATIENT;
    }

    private void mark(long patient, MarkKind kind, @Nullable Long staff) {
        // one at a time marks the same patient
        var unused = accounts.lockedSummary(patient);
        marks.find(patient, kind).ifPresent(marks::remove);
        marks.add(new Mark(patient, kind, staff, callers.get().accountKey(), clock.instant()));
        audit.fire(AuditEvent.of(AuditKind.CHANGE).about(patient).because(kind).with("step", "marked"));
    }

    /** Removes a mark. */
    @Requires(Action.UNMARK_PATIENT)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void unmark(MarkId id) {
        Mark mark = marks.find(id).orElseThrow(NotFoundException::new);
        audit.fire(AuditEvent.of(AuditKind.CHANGE)
                .about(mark.patientKey())
                .because(mark.asMark().kind())
                .with("step", "unmarked"));
        marks.remove(mark);
    }
}
