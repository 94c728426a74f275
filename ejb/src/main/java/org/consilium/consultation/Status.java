package org.consilium.consultation;

/** The state of a consultation. */
public enum Status {
    /** Sent to a team; no clinician has taken it yet. */
    SUBMITTED,
    /** A clinician has taken it, and it is the clinic's turn. */
    IN_PROGRESS,
    /** A clinician has answered, and it is the patient's turn. */
    WAITING_FOR_PATIENT,
    /** Ended with a summary; for a while, a message from the patient reopens it. */
    CLOSED
}
