package org.consilium.consultation;

/** Where a consultation stands. */
public enum Status {
    /** Sent to a team; nobody has taken it yet. */
    SUBMITTED,
    /** A clinician has it, and it is the clinic's turn. */
    IN_PROGRESS,
    /** A clinician has answered, and it is the patient's turn. */
    WAITING_FOR_PATIENT,
    /** Ended with a summary; a message of the patient opens it again for a while. */
    CLOSED
}
