package org.consilium.emergency;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.Reason;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Slice;
import org.consilium.platform.SliceReader;
import org.consilium.platform.SliceRows;
import org.jspecify.annotations.Nullable;

/** The privacy officers' part in emergency accesses: they see each at once, and decide whether the patient is told. */
@Stateless
public class EmergencyOversightService {

    @Inject
    private Emergencies emergencies;

    @Inject
    private EmergencyLetters letters;

    @Inject
    private SliceReader slices;

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
        return emergencies.list(after);
    }

    /**
     * All that {@link #list} shows, to be kept outside of the system. The export is on record once this returns.
     *
     * @param ticket of the caller, who has proved just now who they are
     */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<EmergencyRow> export(FreshTicket ticket) {
        audit.fire(AuditEvent.of(AuditKind.EXPORT).with("report", "emergencies"));
        return new SliceRows<>(slices, after -> emergencies.list(after == null ? null : new EmergencyId(after)));
    }

    /** One of them. */
    @Requires(Action.READ_EMERGENCY)
    public EmergencyRow get(EmergencyId id) {
        return emergencies.rows(List.of(find(id))).getFirst();
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
