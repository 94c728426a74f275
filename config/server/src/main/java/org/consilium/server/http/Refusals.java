package org.consilium.server.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many requests were refused lately. */
final class Refusals {
    /** As long as a balancer needs to ask twice. */
    static final int SECONDS = 10;

    private final int[] counts = new int[SECONDS];
    private final LongSupplier clock;
    private long second;

    /** Counts by a clock in nanoseconds. */
    Refusals(LongSupplier clock) {
        this.clock = clock;
        second = now();
    }

    synchronized void count() {
        turn();
        counts[Math.floorMod(second, SECONDS)]++;
    }

    /** Those of this second and the nine before. */
    synchronized int lately() {
        turn();
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private void turn() {
        long now = now();
        for (long passed = Math.min(now - second, SECONDS); passed > 0; passed--) {
            counts[Math.floorMod(now - passed + 1, SECONDS)] = 0;
        }
        second = now;
    }

    private long now() {
        return clock.getAsLong() / Duration.ofSeconds(1).toNanos();
    }
}
