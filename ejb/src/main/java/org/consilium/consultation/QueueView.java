package org.consilium.consultation;

/** The parts of the queue. */
public enum QueueView {
    /** Sent to a team of the caller, and taken by nobody. */
    WAITING,
    /** What the caller has, and not closed. */
    MINE,
    /** Everything open that colleagues of the caller's teams have. */
    TEAM,
    /** What the caller's teams have closed, the latest first. */
    CLOSED
}
