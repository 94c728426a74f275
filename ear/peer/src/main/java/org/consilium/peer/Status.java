package org.consilium.peer;

/** Whose turn it is in a consultation. */
public enum Status {
    WAITING,
    ANSWERED,
    CLOSED
}
