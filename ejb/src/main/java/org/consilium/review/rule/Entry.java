package org.consilium.review.rule;

import java.time.Instant;
import java.util.Set;
import org.consilium.access.Refusal;
import org.consilium.access.Role;
import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail, as far as the rules need it.
 *
 * @param action the name of the action, or of the kind
 * @param account the key of the person
 * @param patient the key of the patient
 * @param hasRecord whether it names a record
 * @param relation why the person reached the record, as a code
 * @param reason a code
 */
public record Entry(
        long id,
        Instant at,
        AuditKind kind,
        String action,
        Outcome outcome,
        @Nullable Long account,
        @Nullable Role role,
        @Nullable Long patient,
        boolean hasRecord,
        @Nullable String relation,
        @Nullable String address,
        @Nullable String device,
        @Nullable String reason) {

    private static final Set<Role> CLINICIANS = Set.of(Role.NURSE, Role.DOCTOR);

    /** Whether it is about what a member of the staff did, or was refused. */
    public boolean isByStaff() {
        return account != null && role != null && role != Role.PATIENT;
    }

    /** Whether a clinician did, or wanted to do, something with a patient's record. */
    public boolean isAboutPatient() {
        return account != null && patient != null && role != null && CLINICIANS.contains(role);
    }

    /** Whether a clinician has seen or changed something of a patient; that an emergency began or ended is not that. */
    public boolean isAccess() {
        return isAboutPatient() && outcome == Outcome.DONE && kind != AuditKind.EMERGENCY;
    }

    /** Whether somebody of the staff wanted what they may not do. */
    public boolean isRefusal() {
        return isByStaff()
                && outcome == Outcome.REFUSED
                && Refusal.NOT_PERMITTED.name().equals(reason);
    }
}
