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
 * Redisson's timer, by the {@link ProcessClock}: what Redisson takes for a Redis that does not answer, and for a
 * connection that leads nowhere, must not be this node that does not get to read the answer.
 */
final class PatientTimer extends HashedWheelTimer {
    private static final int SLOTS = 512;

    private final ProcessClock clock;

    private PatientTimer(ProcessClock clock) {
        super(
                new DefaultThreadFactory("redisson-timer", true),
                ProcessClock.TICK.toMillis(),
                TimeUnit.MILLISECONDS,
                SLOTS,
                false);
        this.clock = clock;
    }

    /**
     * Gives it to a client that has not connected yet, and starts the clock.
     *
     * @throws IllegalStateException if this version of Redisson keeps its timer elsewhere
     */
    static ProcessClock install(Redisson client) {
        ServiceManager services = client.getServiceManager();
        ProcessClock clock = new ProcessClock(System::nanoTime);
        try {
            // it has no setting for it
            Field timer = ServiceManager.class.getDeclaredField("timer");
            timer.setAccessible(true);
            HashedWheelTimer former = services.getTimer();
            timer.set(services, new PatientTimer(clock));
            former.stop();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Redisson keeps its timer elsewhere", e);
        }
        clock.start(services.getGroup());
        return clock;
    }

    @Override
    public Timeout newTimeout(TimerTask task, long delay, TimeUnit unit) {
        ProcessTimer time = new ProcessTimer(clock, Duration.ofNanos(unit.toNanos(delay)));
        return new PatientTimeout(this, task, time, this::turn).begin(delay, unit);
    }

    private Timeout turn(TimerTask task, long nanos) {
        return super.newTimeout(task, nanos, TimeUnit.NANOSECONDS);
    }
}
