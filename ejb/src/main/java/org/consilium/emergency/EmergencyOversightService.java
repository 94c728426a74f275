package org.consilium.emergency;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.Reason;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The privacy officers' part in emergency accesses: they see each at once, and decide whether the patient is told. */
@Stateless
public class EmergencyOversightService {

    @Inject
    private Emergencies emergencies;

    @Inject
    private EmergencyLetters letters;

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Event<EmergencyChanged> changes;

    @Inject
    private Clock clock;

    /** All of them, the newest first. */
    @Requires(Action.LIST_EMERGENCIES)
    public Slice<EmergencyRow> list(@Nullable EmergencyId after) {
        return Slice.cut(shown(emergencies.newest(after)), row -> row.id().value());
    }

    /** One of them. */
    @Requires(Action.READ_EMERGENCY)
    public EmergencyRow get(EmergencyId id) {
        return shown(List.of(find(id))).getFirst();
    }

    private List<EmergencyRow> shown(List<EmergencyAccess> found) {
        Map<Long, AccountSummary> people = accounts.summaries(found.stream()
                .flatMap(access -> Stream.of(access.clinicianKey(), access.patientKey()))
                .distinct()
                .toList());
        return found.stream()
                .map(access -> access.asRow(
                        Objects.requireNonNull(people.get(access.clinicianKey())),
                        Objects.requireNonNull(people.get(access.patientKey()))))
                .toList();
    }

    /**
     * Holds the letter to the patient back.
     *
     * @param reason kept with the time, and with the officer
     * @throws LetterDecidedException when it was sent, or is held back already
     */
    @Requires(Action.HOLD_EMERGENCY_LETTER)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void holdLetter(EmergencyId id, @Reason String reason) {
        EmergencyAccess access = find(id);
        access.holdLetter(callers.get().accountKey(), reason, clock.instant());
        audit.fire(letter("held"));
        changes.fire(access.changed());
    }

    /**
     * Sends the letter to the patient at once, also one that was held back.
     *
     * @throws LetterDecidedException when it was sent already
     */
    @Requires(Action.SEND_EMERGENCY_LETTER)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void sendLetter(EmergencyId id) {
        letters.send(find(id), callers.get().accountKey());
        audit.fire(letter("sent"));
    }

    private static AuditEvent letter(String state) {
        return AuditEvent.of(AuditKind.CHANGE).with("letter", state);
    }

    private EmergencyAccess find(EmergencyId id) {
        return emergencies.find(id).orElseThrow(NotFoundException::new);
    }
}
