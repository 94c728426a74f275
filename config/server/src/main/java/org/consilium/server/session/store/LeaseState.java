package org.consilium.server.session.store;

import org.jspecify.annotations.Nullable;

/** How a request holds a session: not loaded, as a copy, under a lease, new, or ended. */
public final class LeaseState {
    private enum State {
        /** The session has not been loaded. */
        NOT_LOADED,
        /** The request has a copy; other requests may be changing the session. */
        COPY,
        /** The request has the lease. */
        LEASED,
        /** The session is not in Redis yet. */
        NEW,
        /** The session has ended. */
        ENDED
    }

    private State state = State.NEW;
    private @Nullable Lease lease;
    private @Nullable Lease former;

    /** The session has been loaded, with a lease or without. */
    public void load(@Nullable Lease taken) {
        state = taken == null ? State.COPY : State.LEASED;
        lease = taken;
    }

    /** The session is loaded when the request first changes it. */
    public void defer() {
        state = State.NOT_LOADED;
    }

    /** From now on other requests may change the session. */
    public void release() {
        lease = null;
        if (state != State.NOT_LOADED && state != State.ENDED) {
            state = State.COPY;
        }
    }

    public void end() {
        state = State.ENDED;
        lease = null;
    }

    /** The session gets another id, under which nothing is in Redis yet; false if that was true before. */
    public boolean rename() {
        boolean leased = state == State.LEASED;
        if (leased) {
            former = lease;
            lease = null;
            state = State.NEW;
        }
        return leased;
    }

    /** The lease to write under: the current one, or a new one. */
    public Lease leaseToWrite(SessionKey key) {
        Lease current = lease == null ? new Lease(key) : lease;
        lease = current;
        return current;
    }

    public void saved() {
        former = null;
        if (state == State.NEW) {
            state = State.LEASED;
        }
    }

    public @Nullable Lease lease() {
        return lease;
    }

    /** The lease on the session under its former id, until the session is saved under the new one. */
    public @Nullable Lease former() {
        return former;
    }

    public boolean isEnded() {
        return state == State.ENDED;
    }

    public boolean isCopy() {
        return state == State.COPY;
    }

    /** Whether no other request can change the session. */
    public boolean isExclusive() {
        return state == State.LEASED || state == State.NEW;
    }

    /** Whether the request must take the lease before it changes the session. */
    public boolean needsLease() {
        return state == State.NOT_LOADED || state == State.COPY;
    }
}
