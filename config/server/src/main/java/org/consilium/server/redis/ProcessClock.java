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
 * A clock that stops while this process does not run: paused, throttled, collecting garbage, or waiting for a
 * processor. A time-out measured by it tells that Redis is late, and not that this node could not read the answer.
 *
 * <p>A tick passes through all threads that speak with Redis, one after the other, and then rests for {@link #TICK}.
 * One that comes late moves the clock no further than {@link #LONGEST_STEP}. What lay in a socket when a wait of
 * several ticks began has been read when it ends, as each of these threads has gone round since.
 */
public final class ProcessClock {
    static final Duration TICK = Duration.ofMillis(25);

    /** The longest wait beyond the time given, by any clock. */
    static final Duration LONGEST_EXTENSION = Duration.ofSeconds(3);

    private static final long LONGEST_STEP = 2 * TICK.toNanos();

    private final LongSupplier system;
    private long last;
    private volatile long elapsed;

    /** Measures by {@link System#nanoTime}, or by the clock of a test. */
    ProcessClock(LongSupplier system) {
        this.system = system;
        last = system.getAsLong();
    }

    /** Ticks for as long as these threads work. */
    void start(Iterable<EventExecutor> threads) {
        List<EventExecutor> loops = new ArrayList<>();
        threads.forEach(loops::add);
        rest(loops);
    }

    private void rest(List<EventExecutor> loops) {
        var unused = loops.get(0).schedule(() -> pass(loops, 1), TICK.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pass(List<EventExecutor> loops, int next) {
        if (next < loops.size()) {
            loops.get(next).execute(() -> pass(loops, next + 1));
        } else {
            tick();
            rest(loops);
        }
    }

    /** Called by one thread after the other, never by two at once. */
    void tick() {
        long now = system.getAsLong();
        long before = elapsed;
        elapsed = before + Math.min(now - last, LONGEST_STEP);
        last = now;
    }

    /** Nanoseconds that this process has run since its start; at most a tick behind. */
    long nanos() {
        return elapsed;
    }

    /** Nanoseconds by the system's clock. */
    long systemNanos() {
        return system.getAsLong();
    }

    /**
     * Waits for an answer until the time given has passed by this clock.
     *
     * @throws TimeoutException when it is not there although this process could have read it, or after
     *     {@link #LONGEST_EXTENSION} more by any clock
     */
    public <T> T await(CompletableFuture<T> answer, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        ProcessTimer timer = new ProcessTimer(this, atMost);
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
