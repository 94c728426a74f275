package org.consilium.peer;

/** The state of a consultation. */
public enum Status {
    WAITING,
    ANSWERED,
    CLOSED
}
