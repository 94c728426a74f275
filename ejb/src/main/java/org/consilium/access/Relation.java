package org.consilium.access;

/** Why somebody may reach a record; the audit trail says so with each access. */
public enum Relation {
    /** It is their own. */
    SELF,
    /** They are on the team that the consultation is with. */
    CARE_TEAM,
    /** They are responsible for the application, and not for care. */
    ADMINISTRATION,
    /** They watch over the privacy of patients. */
    OVERSIGHT
}
