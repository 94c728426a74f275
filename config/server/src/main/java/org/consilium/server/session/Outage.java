package org.consilium.server.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers that Redis is away. After a few failures in a row only one caller a second still tries; the others are told
 * at once, so that they do not fill the server while they wait for nothing.
 */
final class Outage {
    private static final int FAILURES = 4;
    private static final long PAUSE_NANOS = 500_000_000;

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();

    /** Whether this caller may try. */
    boolean mayTry() {
        if (failures.get() < FAILURES) {
            return true;
        }
        long now = System.nanoTime();
        long due = nextTry.get();
        return now - due >= 0 && nextTry.compareAndSet(due, now + PAUSE_NANOS);
    }

    void answered() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    void failed() {
        if (failures.incrementAndGet() == FAILURES) {
            nextTry.set(System.nanoTime() + PAUSE_NANOS);
        }
    }
}
