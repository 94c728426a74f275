package org.consilium.server.redis;

import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A time-out of Redisson that is not over while this process has not run for its time. */
final class PatientTimeout implements Timeout, TimerTask {
    private final Timer timer;
    private final TimerTask task;
    private final ProcessTimer time;
    private final BiFunction<TimerTask, Long, Timeout> wheel;
    private volatile boolean cancelled;
    private volatile boolean expired;
    private volatile @Nullable Timeout current;

    /** Takes the wheel that runs a task after some nanoseconds. */
    PatientTimeout(Timer timer, TimerTask task, ProcessTimer time, BiFunction<TimerTask, Long, Timeout> wheel) {
        this.timer = timer;
        this.task = task;
        this.time = time;
        this.wheel = wheel;
    }

    PatientTimeout begin(long delay, TimeUnit unit) {
        current = wheel.apply(this, unit.toNanos(delay));
        return this;
    }

    @Override
    public void run(Timeout elapsed) throws Exception {
        if (cancelled) {
            return;
        }
        long left = time.left();
        if (left > 0) {
            Timeout next = wheel.apply(this, left);
            current = next;
            if (cancelled) {
                next.cancel();
            }
            return;
        }
        expired = true;
        task.run(this);
    }

    @Override
    public Timer timer() {
        return timer;
    }

    @Override
    public TimerTask task() {
        return task;
    }

    @Override
    public boolean isExpired() {
        return expired;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean cancel() {
        if (expired || cancelled) {
            return false;
        }
        cancelled = true;
        Timeout waiting = current;
        return waiting == null || waiting.cancel();
    }
}
