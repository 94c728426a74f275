package org.consilium.consultation.team;

/** Why somebody can see a consultation; in the order in which they are shown. */
public enum ViewerReason {
    /** It is about them. */
    PATIENT,
    /** They have taken it. */
    TAKEN,
    /** They are on its team. */
    TEAM,
    /** They cover for somebody who is on its team, or has taken it. */
    COVER,
    /** Somebody of its team has asked them in. */
    ASKED_IN,
    /** They have opened the patient's consultations in an emergency. */
    EMERGENCY
}
