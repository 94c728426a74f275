package org.consilium.access;

/**
 * A feature's own knowledge of who may reach its records. Several guards may know the same type: a record is reached
 * when one of them permits it, and when none does the caller hears the same as for a record that does not exist.
 */
public interface RecordGuard {

    boolean knows(RecordId id);

    /** Whether {@code caller}, whose role has been checked already, may reach the record. */
    boolean permits(Caller caller, RecordId id);
}
