package org.consilium.server.redis;

import java.time.Duration;

/** Counts down a duration by a {@link ProcessClock}, from its creation on. */
final class ProcessTimer {
    private final ProcessClock clock;
    private final long span;
    private final long begin;
    private final long latest;

    ProcessTimer(ProcessClock clock, Duration span) {
        this.clock = clock;
        this.span = span.toNanos();
        begin = clock.nanos();
        latest = clock.systemNanos() + this.span + ProcessClock.MAX_EXTENSION.toNanos();
    }

    /** Remaining nanoseconds: zero, or at least a tick. */
    long left() {
        long left = span - (clock.nanos() - begin);
        if (left <= 0 || clock.systemNanos() - latest >= 0) {
            return 0;
        }
        return Math.max(left, ProcessClock.TICK.toNanos());
    }
}
