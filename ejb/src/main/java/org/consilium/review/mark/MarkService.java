package org.consilium.review.mark;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountSearch;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Slice;
import org.consilium.platform.SliceReader;
import org.consilium.platform.SliceRows;
import org.jspecify.annotations.Nullable;

/** The privacy officers mark patients whose records are looked at more closely. */
@Stateless
public class MarkService {

    @Inject
    private Marks marks;

    @Inject
    private MarkedPatients marked;

    @Inject
    private SliceReader slices;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountSearch people;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /** All of them, the newest first. */
    @Requires(Action.LIST_MARKS)
    public Slice<MarkedPatient> list(@Nullable MarkId after) {
        return marked.after(after);
    }

    /**
     * All that {@link #list} shows, to be kept outside of the system. The export is on record once this returns.
     *
     * @param ticket of the caller, who has proved just now who they are
     */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<MarkedPatient> export(FreshTicket ticket) {
        audit.fire(AuditEvent.of(AuditKind.EXPORT).with("report", "marks"));
        return new SliceRows<>(slices, marked::afterKey);
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
        List<Long> patients = people.patientsCalled(form.name(), form.dateOfBirth());
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
