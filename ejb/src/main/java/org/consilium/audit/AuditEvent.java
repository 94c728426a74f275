package org.consilium.audit;

import org.consilium.access.Caller;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.access.TrailReason;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trail what a call to a service has done, where the action alone does not say it; a feature fires it in the
 * transaction of the call, or in that of a step which ends before the call does. The entry that the call would have had
 * is replaced by those of its events. Fired outside of a call, as by a timer, it is an entry of its own.
 *
 * <p>It holds ids and codes alone: no name, and no text that somebody has typed.
 *
 * @param account the key of the person's account; absent for the caller's
 * @param role absent for the caller's
 * @param patient the key of the account of the patient concerned; absent for the patient of the record
 * @param relation why the caller may reach the record; absent for that of the record of the call
 * @param reason a code, in capital letters
 * @param detail codes and numbers, such as {@code results=12}
 */
public record AuditEvent(
        AuditKind kind,
        Outcome outcome,
        @Nullable Long account,
        @Nullable Role role,
        @Nullable Long patient,
        @Nullable RecordId record,
        @Nullable Relation relation,
        @Nullable String reason,
        @Nullable String detail) {

    /** Of something that the caller has done. */
    public static AuditEvent of(AuditKind kind) {
        return new AuditEvent(kind, Outcome.DONE, null, null, null, null, null, null, null);
    }

    /** It is on record even if the call then fails. */
    public AuditEvent failed() {
        return new AuditEvent(kind, Outcome.FAILED, account, role, patient, record, relation, reason, detail);
    }

    /** Of something that the caller wanted to do, and may not. */
    public AuditEvent refused() {
        return new AuditEvent(kind, Outcome.REFUSED, account, role, patient, record, relation, reason, detail);
    }

    /** For somebody who has not signed in yet, or is not the caller. */
    public AuditEvent by(long otherAccount, Role otherRole) {
        return new AuditEvent(kind, outcome, otherAccount, otherRole, patient, record, relation, reason, detail);
    }

    /** The same for the person of a session. */
    public AuditEvent by(Caller person) {
        return by(person.accountKey(), person.role());
    }

    public AuditEvent about(long patientKey) {
        return new AuditEvent(kind, outcome, account, role, patientKey, record, relation, reason, detail);
    }

    public AuditEvent on(RecordId changed) {
        return new AuditEvent(kind, outcome, account, role, patient, changed, relation, reason, detail);
    }

    public AuditEvent through(Relation way) {
        return new AuditEvent(kind, outcome, account, role, patient, record, way, reason, detail);
    }

    public AuditEvent because(TrailReason code) {
        return new AuditEvent(kind, outcome, account, role, patient, record, relation, code.name(), detail);
    }

    public AuditEvent with(String name, Object value) {
        String added = name + '=' + value;
        return new AuditEvent(
                kind,
                outcome,
                account,
                role,
                patient,
                record,
                relation,
                reason,
                detail == null ? added : detail + ' ' + added);
    }
}
