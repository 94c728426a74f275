package org.consilium.access;

import org.jspecify.annotations.Nullable;

/**
 * A feature's own rule on who may reach its records. Several guards may know the same type of record: one that permits
 * it is enough, and if none does, the caller gets the same answer as for a record that does not exist.
 */
public interface RecordGuard {

    boolean knows(RecordId id);

    /**
     * Locks what {@link #relation} depends on until the transaction ends; does nothing if there is no such record, or
     * if {@code caller} may not reach it.
     */
    void lock(Caller caller, RecordId id);

    /** Why {@code caller}, whose role was checked before, may reach the record; null if they may not. */
    @Nullable
    Relation relation(Caller caller, RecordId id);
}
