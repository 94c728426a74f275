package org.consilium.server.redis;

import java.time.Duration;

/** A span of time that begins now, measured by a {@link ProcessClock}. */
final class ProcessTimer {
    private final ProcessClock clock;
    private final long span;
    private final long begin;
    private final long latest;

    ProcessTimer(ProcessClock clock, Duration span) {
        this.clock = clock;
        this.span = span.toNanos();
        begin = clock.nanos();
        latest = clock.systemNanos() + this.span + ProcessClock.LONGEST_EXTENSION.toNanos();
    }

    /** Nanoseconds that are left of it, at least a tick; or zero. */
    long left() {
        long left = span - (clock.nanos() - begin);
        if (left <= 0 || clock.systemNanos() - latest >= 0) {
            return 0;
        }
        return Math.max(left, ProcessClock.TICK.toNanos());
    }
}
