package org.consilium.consultation;

import org.consilium.access.Caller;
import org.consilium.access.Role;

/**
 * Who may reach a consultation, as a condition of the query that reads it, so that the record and the permission are of
 * one moment: its patient, and the clinicians of its team.
 */
final class Permission {

    private static final String PATIENT = "c.patientKey = :caller";
    private static final String STAFF = "exists (select own from Clinician k join k.teams own"
            + " where k.accountKey = :caller and own.key = c.teamKey)";

    private Permission() {}

    /** The condition on the consultation {@code c} for the account {@code :caller}. */
    static String of(Caller caller) {
        return caller.is(Role.PATIENT) ? PATIENT : STAFF;
    }
}
