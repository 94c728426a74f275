package org.consilium.audit;

import java.time.LocalDateTime;
import org.consilium.access.AccessCall;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail, before it has its number.
 *
 * @param at in UTC
 * @param patient absent for the patient of the record
 */
record Entry(
        LocalDateTime at,
        AuditKind kind,
        String action,
        Outcome outcome,
        @Nullable Long account,
        @Nullable Role role,
        @Nullable Long patient,
        @Nullable RecordId record,
        @Nullable Relation relation,
        @Nullable Origin origin,
        @Nullable String reason,
        @Nullable String detail) {

    /** The only entry of a call. */
    static Entry of(
            AccessCall call,
            AuditKind kind,
            Outcome outcome,
            @Nullable String reason,
            LocalDateTime at,
            @Nullable Origin origin) {
        Caller caller = call.caller();
        return new Entry(
                at,
                kind,
                call.action().name(),
                outcome,
                caller == null ? null : caller.accountKey(),
                caller == null ? null : caller.role(),
                ownPatient(caller, outcome),
                call.record(),
                call.relation(),
                origin,
                reason,
                null);
    }

    /** One of the entries of a call. */
    static Entry of(AuditEvent event, AccessCall call, LocalDateTime at, @Nullable Origin origin) {
        Caller caller = call.caller();
        Long caused = caller == null ? null : caller.accountKey();
        return new Entry(
                at,
                event.kind(),
                call.action().name(),
                event.outcome(),
                event.account() == null ? caused : event.account(),
                event.role() == null && caller != null ? caller.role() : event.role(),
                event.patient() == null ? ownPatient(caller, event.outcome()) : event.patient(),
                event.record() == null ? call.record() : event.record(),
                event.relation() == null ? call.relation() : event.relation(),
                isEndedByAnother(event, caused) ? null : origin,
                event.reason(),
                event.detail());
    }

    /** The address and the device of a request are not those of a session that somebody else has ended. */
    private static boolean isEndedByAnother(AuditEvent event, @Nullable Long caller) {
        return event.kind().isEnd() && caller != null && !caller.equals(event.account());
    }

    /** That of something that nobody has asked for by a call, such as the end of a session. */
    static Entry of(AuditEvent event, LocalDateTime at, @Nullable Origin origin) {
        return new Entry(
                at,
                event.kind(),
                event.kind().name(),
                event.outcome(),
                event.account(),
                event.role(),
                event.patient(),
                event.record(),
                event.relation(),
                origin,
                event.reason(),
                event.detail());
    }

    /** Whether it may wait in the object store: nothing that was done or shown is to be held back because of it. */
    boolean mayBeLate() {
        return kind.isEnd() || (outcome == Outcome.DONE && action.equals(Action.OPEN_PAGE.name()));
    }

    /** A patient reaches nothing that is not about them; what they are refused may be about somebody else. */
    private static @Nullable Long ownPatient(@Nullable Caller caller, Outcome outcome) {
        return outcome != Outcome.REFUSED && caller != null && caller.is(Role.PATIENT) ? caller.accountKey() : null;
    }
}
