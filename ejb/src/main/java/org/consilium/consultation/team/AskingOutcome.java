package org.consilium.consultation.team;

import org.consilium.access.TrailReason;

/** How it came to an end that somebody was asked in. */
enum AskingOutcome implements TrailReason {
    /** One of the care team has ended it. */
    ENDED,
    /** The colleague who was asked has declined, or is done. */
    DECLINED,
    /** The consultation was closed. */
    CLOSED
}
