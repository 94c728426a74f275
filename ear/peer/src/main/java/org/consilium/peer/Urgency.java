package org.consilium.peer;

/** How soon a consultation should be answered. */
public enum Urgency {
    ROUTINE,
    SOON,
    URGENT
}
