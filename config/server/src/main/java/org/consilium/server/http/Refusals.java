package org.consilium.server.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts the requests that were refused recently. */
final class Refusals {
    /** Long enough for two health checks of a load balancer. */
    static final int SECONDS = 10;

    private final int[] counts = new int[SECONDS];
    private final LongSupplier clock;
    private long second;

    /** @param clock in nanoseconds */
    Refusals(LongSupplier clock) {
        this.clock = clock;
        second = now();
    }

    synchronized void count() {
        advance();
        counts[Math.floorMod(second, SECONDS)]++;
    }

    /** The number of refusals in this second and the nine before. */
    synchronized int recent() {
        advance();
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private void advance() {
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
