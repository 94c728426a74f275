package org.consilium.server.session.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stops calls to Redis while it is down. After a few failures in a row, one call per interval still tries; the others
 * fail at once, so that they do not fill the server with requests that wait in vain.
 */
final class CircuitBreaker {
    private static final int FAILURES_TO_OPEN = 4;
    private static final long RETRY_INTERVAL = Duration.ofMillis(500).toNanos();

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();

    /** Whether this call may go to Redis. */
    boolean allowsCall() {
        if (failures.get() < FAILURES_TO_OPEN) {
            return true;
        }
        long now = System.nanoTime();
        long due = nextTry.get();
        return now - due >= 0 && nextTry.compareAndSet(due, now + RETRY_INTERVAL);
    }

    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    void failed() {
        if (failures.incrementAndGet() == FAILURES_TO_OPEN) {
            nextTry.set(System.nanoTime() + RETRY_INTERVAL);
        }
    }
}
