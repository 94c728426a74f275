package org.consilium.consultation;

/** The parts of the queue. */
public enum QueueView {
    /** Sent to a team of the caller, and not taken yet. */
    WAITING,
    /** Taken by the caller, or by somebody for whom they cover, and not closed. */
    MINE,
    /** Taken by anyone in the caller's teams, and not closed. */
    TEAM,
    /** Closed by the caller's teams, the latest first. */
    CLOSED
}
