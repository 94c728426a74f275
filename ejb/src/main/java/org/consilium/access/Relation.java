package org.consilium.access;

/** Why somebody may reach a record; the audit trail says so with each access. */
public enum Relation {
    /** It is their own. */
    SELF,
    /** They are on the team that the consultation is with. */
    CARE_TEAM,
    /** They have opened the patient's consultations in an emergency. */
    EMERGENCY,
    /** They are responsible for the application, and not for care. */
    ADMINISTRATION,
    /** They are responsible for privacy, and follow what others do. */
    OVERSIGHT;

    /** Whether it lets somebody do this, if their role may. */
    public boolean permits(Action action) {
        return this != EMERGENCY || !action.isForCareTeam();
    }
}
