package org.consilium.review.mark;

import org.consilium.access.TrailReason;

/** Why the records of a patient are looked at more closely. */
public enum MarkKind implements TrailReason {
    /** The public is interested in the person. */
    VIP,
    /** The person works here. */
    EMPLOYEE
}
