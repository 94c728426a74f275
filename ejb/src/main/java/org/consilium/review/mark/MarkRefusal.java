package org.consilium.review.mark;

/** Why nobody was marked. */
public enum MarkRefusal {
    /** No patient has this name and date of birth. */
    NO_PATIENT,
    /** No active member of the staff has this address. */
    NO_STAFF
}
