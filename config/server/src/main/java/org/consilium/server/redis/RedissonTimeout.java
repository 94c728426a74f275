package org.consilium.server.redis;

import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A timeout of Redisson that counts only the time in which this process runs. */
final class RedissonTimeout implements Timeout, TimerTask {
    private final Timer timer;
    private final TimerTask task;
    private final ProcessTimer remaining;
    private final BiFunction<TimerTask, Long, Timeout> wheel;
    private volatile boolean cancelled;
    private volatile boolean expired;
    private volatile @Nullable Timeout scheduled;

    /** @param wheel runs a task after a number of nanoseconds */
    RedissonTimeout(Timer timer, TimerTask task, ProcessTimer remaining, BiFunction<TimerTask, Long, Timeout> wheel) {
        this.timer = timer;
        this.task = task;
        this.remaining = remaining;
        this.wheel = wheel;
    }

    RedissonTimeout begin(long delay, TimeUnit unit) {
        scheduled = wheel.apply(this, unit.toNanos(delay));
        return this;
    }

    @Override
    public void run(Timeout elapsed) throws Exception {
        if (cancelled) {
            return;
        }
        long left = remaining.left();
        if (left > 0) {
            Timeout next = wheel.apply(this, left);
            scheduled = next;
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
        Timeout waiting = scheduled;
        return waiting == null || waiting.cancel();
    }
}
