package org.consilium.emergency;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountSearch;
import org.consilium.account.AccountStatus;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;

/** A clinician's part in an emergency access: to find the patient, to open it, and to end it. */
@Stateless
public class EmergencyService {

    @Inject
    private Emergencies emergencies;

    @Inject
    private EmergencyEnds ends;

    @Inject
    private CurrentEmergencies current;

    @Inject
    private EmergencyTimes times;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountSearch people;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Event<EmergencyChanged> changes;

    @Inject
    private Clock clock;

    /** How many patients have exactly this name and date of birth; nothing else about them. */
    @Requires(Action.FIND_PATIENT)
    @Limited(Limit.EMERGENCY_ACCOUNT)
    public int find(@Valid PatientSearch search) {
        int found = patients(search).size();
        audit.fire(searched(found));
        return found;
    }

    private List<Long> patients(PatientSearch search) {
        return people.patientsCalled(search.name(), search.dateOfBirth());
    }

    private static AuditEvent searched(int found) {
        return AuditEvent.of(AuditKind.SEARCH).with("results", found).with("kind", "name-and-birth-date");
    }

    /**
     * Opens an emergency access to a patient; it stays as it is if it is open already.
     *
     * @param ticket of the caller, who has proved just now who they are
     * @return empty if the search does not find the patient any more
     * @throws EmergencyOpenException when the caller has one to another patient
     */
    @Requires(Action.OPEN_EMERGENCY)
    @Limited(Limit.EMERGENCY_ACCOUNT)
    public Optional<EmergencyId> open(@Valid NewEmergency form, FreshTicket ticket) {
        Caller clinician = callers.get();
        // one at a time opens something for the same clinician, and nobody disables the account meanwhile
        if (accounts.lockedSummary(clinician.accountKey()).status() != AccountStatus.ACTIVE) {
            throw new NotFoundException();
        }
        List<Long> found = patients(form.patient());
        if (form.number() < 1 || form.number() > found.size()) {
            audit.fire(searched(found.size()));
            return Optional.empty();
        }
        return Optional.of(open(clinician, found.get(form.number() - 1), form));
    }

    private EmergencyId open(Caller clinician, long patient, NewEmergency form) {
        Instant now = clock.instant();
        Optional<EmergencyAccess> before = emergencies.notEnded(clinician.accountKey());
        Optional<EmergencyAccess> open = before.filter(access -> access.isOpen(now));
        if (open.isPresent() && open.get().patientKey() != patient) {
            throw new EmergencyOpenException();
        }
        EmergencyAccess access = open.orElseGet(() -> {
            before.ifPresent(ends::expire);
            return add(new EmergencyAccess(clinician.accountKey(), patient, form, now, times));
        });
        audit.fire(AuditEvent.of(AuditKind.EMERGENCY)
                .about(patient)
                .on(access.id())
                .because(form.reason())
                .with("step", open.isPresent() ? "opened-again" : "opened"));
        return access.id();
    }

    private EmergencyAccess add(EmergencyAccess access) {
        emergencies.flush();
        emergencies.add(access);
        changes.fire(access.changed());
        return access;
    }

    /** The caller's emergency access that is open, as it was within the last half minute, for the head of each page. */
    @Requires(Action.SEE_EMERGENCY)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<OpenEmergency> current() {
        return current.of(callers.get().accountKey());
    }

    /** Ends the caller's emergency access. */
    @Requires(Action.END_EMERGENCY)
    @NotLimited("there is one to end at most, and opening is limited")
    public void end(EmergencyId id) {
        EmergencyAccess access = emergencies.find(id).orElseThrow(NotFoundException::new);
        access.end(clock.instant());
        audit.fire(AuditEvent.of(AuditKind.EMERGENCY)
                .because(EmergencyEnding.CLINICIAN)
                .with("step", "ended"));
        changes.fire(access.changed());
    }
}
