package org.consilium.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.TimerTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which time counts against Redis, and which does not. */
class ProcessClockTest {
    private static final Duration WAIT = Duration.ofMillis(400);

    private final AtomicLong system = new AtomicLong(Long.MAX_VALUE - 7);
    private final ProcessClock clock = new ProcessClock(system::get);
    private final List<TimerTask> due = new ArrayList<>();
    private final List<Timeout> ran = new ArrayList<>();

    @Test
    void goesWithTheSystemsWhileTicksAreInTime() {
        run(WAIT);
        assertThat(clock.nanos()).isEqualTo(WAIT.toNanos());
    }

    @Test
    void standsWhileTheProcessStands() {
        run(WAIT);
        stand(Duration.ofSeconds(2));
        assertThat(clock.nanos())
                .isEqualTo(WAIT.plus(ProcessClock.TICK).plus(ProcessClock.TICK).toNanos());
    }

    @Test
    void aTimerIsOverByTheTimeThatTheProcessRan() {
        ProcessTimer timer = new ProcessTimer(clock, WAIT);
        stand(Duration.ofSeconds(1));
        assertThat(timer.left()).isPositive();
        run(WAIT);
        assertThat(timer.left()).isZero();
    }

    @Test
    void aTimerIsOverAtTheLatestSomeSecondsLater() {
        ProcessTimer timer = new ProcessTimer(clock, WAIT);
        system.addAndGet(WAIT.plus(ProcessClock.MAX_EXTENSION).toNanos());
        assertThat(timer.left()).isZero();
    }

    @Test
    void whatIsThereIsTakenHoweverLate() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        ProcessClock late = new ProcessClock(() -> {
            // it arrived while the process was stopped
            answer.complete("answer");
            return system.addAndGet(Duration.ofHours(1).toNanos());
        });
        assertThat(late.await(answer, WAIT)).isEqualTo("answer");
    }

    @Test
    void whatDoesNotComeIsGivenUp() {
        ProcessClock running =
                new ProcessClock(() -> system.addAndGet(Duration.ofSeconds(1).toNanos()));
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> running.await(new CompletableFuture<>(), WAIT));
    }

    @Test
    void aTimeoutOfRedissonWaitsOnWhileTheProcessStood() throws Exception {
        RedissonTimeout timeout = timeout();
        stand(Duration.ofSeconds(1));
        next().run(timeout);
        assertThat(ran).isEmpty();
        assertThat(timeout.isExpired()).isFalse();
        run(WAIT);
        next().run(timeout);
        assertThat(ran).containsExactly(timeout);
        assertThat(timeout.isExpired()).isTrue();
        assertThat(timeout.cancel()).isFalse();
    }

    @Test
    void aTimeoutThatIsCancelledMeanwhileDoesNothing() throws Exception {
        RedissonTimeout timeout = timeout();
        stand(Duration.ofSeconds(1));
        next().run(timeout);
        assertThat(timeout.cancel()).isTrue();
        run(WAIT);
        next().run(timeout);
        assertThat(ran).isEmpty();
    }

    private RedissonTimeout timeout() {
        Timer wheel = new Wheel();
        return new RedissonTimeout(
                        wheel,
                        ran::add,
                        new ProcessTimer(clock, WAIT),
                        (task, nanos) -> wheel.newTimeout(task, nanos, TimeUnit.NANOSECONDS))
                .begin(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private TimerTask next() {
        return due.remove(0);
    }

    private void run(Duration time) {
        for (long left = time.toNanos(); left > 0; left -= ProcessClock.TICK.toNanos()) {
            system.addAndGet(ProcessClock.TICK.toNanos());
            clock.tick();
        }
    }

    private void stand(Duration time) {
        system.addAndGet(time.toNanos());
        clock.tick();
    }

    /** Collects the tasks. */
    private final class Wheel implements Timer {
        @Override
        public Timeout newTimeout(TimerTask task, long delay, TimeUnit unit) {
            due.add(task);
            return new RedissonTimeout(this, task, new ProcessTimer(clock, WAIT), (again, nanos) -> {
                throw new IllegalStateException("not to be run");
            });
        }

        @Override
        public java.util.Set<Timeout> stop() {
            return java.util.Set.of();
        }
    }
}
