package org.consilium.consultation.team;

/** How it came to an end that somebody was asked in. */
enum AskingOutcome {
    /** One of the care team has ended it. */
    ENDED,
    /** The colleague who was asked has declined, or is done. */
    DECLINED,
    /** The consultation was closed. */
    CLOSED
}
