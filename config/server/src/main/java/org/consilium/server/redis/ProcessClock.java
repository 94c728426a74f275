package org.consilium.server.redis;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A clock that stops while this process does not run: because it is paused, throttled, collecting garbage, or waiting
 * for a processor. A timeout measured by it means that Redis is late, and not that this node could not read the answer.
 *
 * <p>A tick passes through all threads that read from Redis, one after the other; the next tick starts {@link #TICK}
 * later. A late tick advances the clock by no more than {@link #MAX_STEP}. If a timeout spans several ticks, each of
 * these threads has read its sockets before it ends.
 */
public final class ProcessClock {
    static final Duration TICK = Duration.ofMillis(25);

    /** The longest wait beyond a timeout, by any clock. */
    static final Duration MAX_EXTENSION = Duration.ofSeconds(3);

    private static final long MAX_STEP = 2 * TICK.toNanos();

    private final LongSupplier system;
    private long last;
    private volatile long elapsed;

    /** @param system {@link System#nanoTime}, or the clock of a test */
    ProcessClock(LongSupplier system) {
        this.system = system;
        last = system.getAsLong();
    }

    /** Ticks until these threads end. */
    void start(Iterable<EventExecutor> threads) {
        List<EventExecutor> loops = new ArrayList<>();
        threads.forEach(loops::add);
        scheduleTick(loops);
    }

    private void scheduleTick(List<EventExecutor> loops) {
        var unused = loops.get(0).schedule(() -> pass(loops, 1), TICK.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pass(List<EventExecutor> loops, int next) {
        if (next < loops.size()) {
            loops.get(next).execute(() -> pass(loops, next + 1));
        } else {
            tick();
            scheduleTick(loops);
        }
    }

    /** Not thread-safe: called by one thread after the other. */
    void tick() {
        long now = system.getAsLong();
        long before = elapsed;
        elapsed = before + Math.min(now - last, MAX_STEP);
        last = now;
    }

    /** Nanoseconds for which this process has run; at most a tick behind. */
    long nanos() {
        return elapsed;
    }

    /** Nanoseconds by the system's clock. */
    long systemNanos() {
        return system.getAsLong();
    }

    /**
     * Waits for an answer until the timeout has passed by this clock.
     *
     * @throws TimeoutException if there is no answer although this process could have read it, or
     *     {@link #MAX_EXTENSION} after the timeout by any clock
     */
    public <T> T await(CompletableFuture<T> answer, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        ProcessTimer timer = new ProcessTimer(this, timeout);
        while (true) {
            long left = timer.left();
            try {
                return answer.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException bySystemClock) {
                if (left == 0) {
                    throw bySystemClock;
                }
            }
        }
    }
}
