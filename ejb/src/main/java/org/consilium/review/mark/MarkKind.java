package org.consilium.review.mark;

/** Why the records of a patient are looked at more closely. */
public enum MarkKind {
    /** The public is interested in the person. */
    VIP,
    /** The person works here. */
    EMPLOYEE
}
