package org.consilium.server.http;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets in as many requests as the {@link ConcurrencyLimit} says; a few more wait for a moment, by {@link Priority}, and
 * the rest is refused at once, while that is cheap: a node that took in all would be busy with requests whose senders
 * have given up.
 *
 * <p>The queue takes up bursts only. When it has not been empty for as long as one may wait, more comes than can be
 * done, and waiting helps nobody: from then on strangers are refused at once, and others wait for half of that
 * (controlled delay: Nichols and Jacobson, RFC 8289; in this form Maurer, "Fail at scale", ACM Queue 13 (8), 2015).
 */
final class Admission {
    /** Of the places, that part is kept from strangers. */
    private static final int RESERVED = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLines lines = new WaitingLines();
    private final ConcurrencyLimit limit;
    private final int longest;
    private final long patience;
    private final LongSupplier clock;
    private int working;
    private long busySince;

    /**
     * Begins empty.
     *
     * @param longest how many may wait
     * @param patience for how long
     * @param clock in nanoseconds
     */
    Admission(ConcurrencyLimit limit, int longest, Duration patience, LongSupplier clock) {
        this.limit = limit;
        this.longest = longest;
        this.patience = patience.toNanos();
        this.clock = clock;
    }

    /** Whether the request may be worked on; {@link #leave} follows if so. May wait for a moment. */
    boolean enter(Priority priority) {
        lock.lock();
        try {
            if (nobodyBefore(priority) && working < room(priority)) {
                working++;
                return true;
            }
            return lines.size() < length(priority) && await(priority, patience(priority));
        } finally {
            lock.unlock();
        }
    }

    /** One that was let in is done. */
    void leave() {
        lock.lock();
        try {
            working--;
            admit();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the limit follow the load. */
    void adjust(int running) {
        lock.lock();
        try {
            limit.sample(working, running, lines.size() > 0);
            admit();
        } finally {
            lock.unlock();
        }
    }

    /** How many are being worked on, how many may be, and how many wait. */
    State state() {
        lock.lock();
        try {
            return new State(working, limit.limit(), lines.size());
        } finally {
            lock.unlock();
        }
    }

    record State(int working, int limit, int waiting) {}

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
            while (working < room(priority)) {
                WaitingLines.Place next = lines.poll(priority);
                if (next == null) {
                    break;
                }
                working++;
                next.admit();
            }
        }
    }

    private boolean nobodyBefore(Priority priority) {
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

    private int room(Priority priority) {
        int all = limit.limit();
        return priority == Priority.OTHER ? Math.max(1, all - all / RESERVED) : all;
    }

    private int length(Priority priority) {
        return priority == Priority.OTHER ? longest / 2 : longest;
    }

    private long patience(Priority priority) {
        boolean standing = lines.size() > 0 && clock.getAsLong() - busySince > patience;
        if (!standing) {
            return patience;
        }
        return priority == Priority.OTHER ? 0 : patience / 2;
    }
}
