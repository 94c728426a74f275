package org.consilium.consultation.team;

/** Why somebody cannot be asked in. */
public enum AskingRefusal {
    /** No nurse or doctor who can sign in has this address. */
    NOBODY,
    /** They are on the care team anyway. */
    ON_TEAM,
    /** The consultation is closed. */
    CLOSED
}
