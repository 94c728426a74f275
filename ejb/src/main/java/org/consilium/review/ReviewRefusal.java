package org.consilium.review;

/** Why an officer may not decide about a finding. */
public enum ReviewRefusal {
    /** It is decided. */
    DECIDED,
    /** The officer has not decided in time, and another one does. */
    HANDED_ON
}
