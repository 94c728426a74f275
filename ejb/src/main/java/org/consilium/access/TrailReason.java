package org.consilium.access;

/** A code that the audit trail has as the reason of an entry; pages have words for each. */
public interface TrailReason {

    /** The code; each one is a constant of an enum. */
    String name();
}
