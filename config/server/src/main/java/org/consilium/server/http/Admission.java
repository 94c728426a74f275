package org.consilium.server.http;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Admits as many requests as the {@link ConcurrencyLimit} allows. A few more wait for a moment, by {@link Priority},
 * and the rest is refused at once, while that is cheap: a node that admitted all would be busy with requests whose
 * senders have given up.
 *
 * <p>The queue absorbs bursts only. When it has not been empty for as long as a request may wait, more requests arrive
 * than can be served, and waiting helps nobody: from then on strangers are refused at once, and others wait for half
 * that time (controlled delay: Nichols and Jacobson, RFC 8289; in this form Maurer, "Fail at scale", ACM Queue 13 (8),
 * 2015).
 */
final class Admission {
    /** One in this many places is reserved for people who are signed in. */
    private static final int RESERVED_SHARE = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLines lines = new WaitingLines();
    private final ConcurrencyLimit limit;
    private final int queueSize;
    private final long maxWait;
    private final LongSupplier clock;
    private int active;
    private long busySince;

    /**
     * Starts empty.
     *
     * @param queueSize how many requests may wait
     * @param maxWait how long a request may wait
     * @param clock in nanoseconds
     */
    Admission(ConcurrencyLimit limit, int queueSize, Duration maxWait, LongSupplier clock) {
        this.limit = limit;
        this.queueSize = queueSize;
        this.maxWait = maxWait.toNanos();
        this.clock = clock;
    }

    /** Whether the request is admitted; if so, {@link #leave} follows. May wait for a moment. */
    boolean enter(Priority priority) {
        lock.lock();
        try {
            if (isNext(priority) && active < capacity(priority)) {
                active++;
                return true;
            }
            return lines.size() < queueSize(priority) && await(priority, maxWait(priority));
        } finally {
            lock.unlock();
        }
    }

    /** An admitted request has ended. */
    void leave() {
        lock.lock();
        try {
            active--;
            admit();
        } finally {
            lock.unlock();
        }
    }

    /** Adjusts the limit to the load. */
    void adjust(int running) {
        lock.lock();
        try {
            limit.sample(active, running, lines.size() > 0);
            admit();
        } finally {
            lock.unlock();
        }
    }

    /** How many requests are being served, how many may be, and how many wait. */
    State state() {
        lock.lock();
        try {
            return new State(active, limit.limit(), lines.size());
        } finally {
            lock.unlock();
        }
    }

    record State(int active, int limit, int waiting) {}

    private boolean await(Priority priority, long atMost) {
        if (lines.size() == 0) {
            busySince = clock.getAsLong();
        }
        WaitingLines.Place place = lines.add(priority, lock.newCondition());
        boolean admitted = place.await(atMost);
        if (!admitted) {
            lines.remove(place);
        }
        return admitted;
    }

    private void admit() {
        for (Priority priority : Priority.values()) {
            while (active < capacity(priority)) {
                WaitingLines.Place next = lines.poll(priority);
                if (next == null) {
                    break;
                }
                active++;
                next.admit();
            }
        }
    }

    private boolean isNext(Priority priority) {
        for (Priority before : Priority.values()) {
            if (!lines.isEmpty(before)) {
                return false;
            }
            if (before == priority) {
                break;
            }
        }
        return true;
    }

    private int capacity(Priority priority) {
        int all = limit.limit();
        return priority == Priority.OTHER ? Math.max(1, all - all / RESERVED_SHARE) : all;
    }

    private int queueSize(Priority priority) {
        return priority == Priority.OTHER ? queueSize / 2 : queueSize;
    }

    private long maxWait(Priority priority) {
        boolean standing = lines.size() > 0 && clock.getAsLong() - busySince > maxWait;
        if (!standing) {
            return maxWait;
        }
        return priority == Priority.OTHER ? 0 : maxWait / 2;
    }
}
