package org.consilium.access;

/** Why somebody may reach a record; the audit trail says so with each access. */
public enum Relation {
    /** It is their own. */
    SELF,
    /** They are on the team that the consultation is with. */
    CARE_TEAM,
    /** They cover for somebody who is on that team, or has taken the consultation. */
    COVER,
    /** A colleague of that team has asked them into this one consultation. */
    ASKED_IN,
    /** They have opened the patient's consultations in an emergency. */
    EMERGENCY,
    /** They are responsible for the application, and not for care. */
    ADMINISTRATION,
    /** They are responsible for privacy, and follow what others do. */
    OVERSIGHT;

    /**
     * Whether it gives what the care team may do with a consultation, such as handing it over. Others may read it, and
     * write.
     */
    public boolean isOfCareTeam() {
        return this == SELF || this == CARE_TEAM || this == COVER;
    }
}
