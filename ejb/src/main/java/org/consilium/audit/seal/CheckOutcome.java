package org.consilium.audit.seal;

/** How a check of the trail has ended. */
public enum CheckOutcome {
    INTACT,
    NOT_INTACT,
    /** It could not be read to its end. */
    FAILED
}
