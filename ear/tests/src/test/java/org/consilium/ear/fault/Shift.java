package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** People of the staff who work at the same time, for as long as a test has something else to do. */
final class Shift implements AutoCloseable {
    private static final int PAUSE_MILLIS = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final List<ClickingPerson> people;
    private final ScheduledExecutorService threads;
    private final List<? extends ScheduledFuture<?>> working;

    private Shift(List<ClickingPerson> people) {
        this.people = List.copyOf(people);
        threads = Executors.newScheduledThreadPool(people.size());
        working = people.stream()
                .map(person -> threads.scheduleWithFixedDelay(person::step, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
    }

    static Shift begin(List<ClickingPerson> people) {
        return new Shift(people);
    }

    List<ClickingPerson> people() {
        return people;
    }

    /** Waits until everybody has done everything at least once, and lets them go. */
    void end() throws InterruptedException {
        await("everybody's work")
                .atMost(TIMEOUT)
                .until(() -> working.stream().anyMatch(Future::isDone)
                        || people.stream().allMatch(ClickingPerson::hasDoneAll));
        close();
        assertThat(threads.awaitTermination(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                .as("requests come to an end")
                .isTrue();
        assertThat(working.stream()
                        .filter(work -> work.state() == Future.State.FAILED)
                        .map(Future::exceptionNow))
                .isEmpty();
        people.forEach(ClickingPerson::leave);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
