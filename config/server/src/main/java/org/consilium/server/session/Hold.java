package org.consilium.server.session;

import org.jspecify.annotations.Nullable;

/** How much of a session in Redis a request has, and by which lease. */
final class Hold {
    private enum Grip {
        /** Nothing: it has not been looked at. */
        NONE,
        /** A copy, which others may be changing. */
        COPY,
        /** The lease. */
        LEASE,
        /** It is not in Redis yet. */
        NEW,
        /** It has ended. */
        ENDED
    }

    private Grip grip = Grip.NEW;
    private @Nullable Lease lease;
    private @Nullable Lease former;

    /** It has been read, with a lease or without. */
    void load(@Nullable Lease taken) {
        grip = taken == null ? Grip.COPY : Grip.LEASE;
        lease = taken;
    }

    void leaveAside() {
        grip = Grip.NONE;
    }

    /** From now on others may change it. */
    void let() {
        lease = null;
        if (grip != Grip.NONE && grip != Grip.ENDED) {
            grip = Grip.COPY;
        }
    }

    void end() {
        grip = Grip.ENDED;
        lease = null;
    }

    /** It gets another id, under which nothing is in Redis yet; false if that was so before. */
    boolean rename() {
        boolean held = grip == Grip.LEASE;
        if (held) {
            former = lease;
            lease = null;
            grip = Grip.NEW;
        }
        return held;
    }

    /** The lease to write under; a new one if there is none. */
    Lease writing(SessionKey key) {
        Lease writing = lease == null ? new Lease(key) : lease;
        lease = writing;
        return writing;
    }

    void saved() {
        former = null;
        if (grip == Grip.NEW) {
            grip = Grip.LEASE;
        }
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    /** The lease on what lies under the id that it had before this request changed it. */
    @Nullable
    Lease former() {
        return former;
    }

    boolean isEnded() {
        return grip == Grip.ENDED;
    }

    boolean isCopy() {
        return grip == Grip.COPY;
    }

    /** Whether nobody else can change it meanwhile. */
    boolean isAlone() {
        return grip == Grip.LEASE || grip == Grip.NEW;
    }

    /** Whether the lease has to be taken before it is changed. */
    boolean isLoose() {
        return grip == Grip.NONE || grip == Grip.COPY;
    }
}
