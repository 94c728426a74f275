package org.consilium.server.redis;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.TimerTask;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.connection.ServiceManager;

/**
 * Redisson's timer, driven by the {@link ProcessClock}: when this node is too slow to read an answer, Redisson must not
 * conclude that Redis is down or that a connection is dead.
 */
final class RedissonTimer extends HashedWheelTimer {
    private static final int SLOTS = 512;

    private final ProcessClock clock;

    private RedissonTimer(ProcessClock clock) {
        super(
                new DefaultThreadFactory("redisson-timer", true),
                ProcessClock.TICK.toMillis(),
                TimeUnit.MILLISECONDS,
                SLOTS,
                false);
        this.clock = clock;
    }

    /**
     * Replaces the timer of a client that has not connected yet, and starts the clock.
     *
     * @throws IllegalStateException if this version of Redisson has no such field
     */
    static ProcessClock install(Redisson client) {
        ServiceManager services = client.getServiceManager();
        ProcessClock clock = new ProcessClock(System::nanoTime);
        try {
            // Redisson has no setting for its timer
            Field timer = ServiceManager.class.getDeclaredField("timer");
            timer.setAccessible(true);
            HashedWheelTimer original = services.getTimer();
            timer.set(services, new RedissonTimer(clock));
            original.stop();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Redisson keeps its timer in another field", e);
        }
        clock.start(services.getGroup());
        return clock;
    }

    @Override
    public Timeout newTimeout(TimerTask task, long delay, TimeUnit unit) {
        ProcessTimer remaining = new ProcessTimer(clock, Duration.ofNanos(unit.toNanos(delay)));
        return new RedissonTimeout(this, task, remaining, this::schedule).begin(delay, unit);
    }

    private Timeout schedule(TimerTask task, long nanos) {
        return super.newTimeout(task, nanos, TimeUnit.NANOSECONDS);
    }
}
