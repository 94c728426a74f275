package org.consilium.access;

/** Why a call was refused. */
public enum Refusal implements TrailReason {
    /** The role may not do this, or the record is not within the caller's reach. */
    NOT_PERMITTED,
    /** The caller has not authenticated within the last minutes. */
    NOT_FRESH,
    /** The caller has done it too often. */
    LIMIT_REACHED
}
