package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which requests are admitted, which wait, and which are refused. */
class AdmissionTest {
    private static final int PLACES = 8;
    private static final int QUEUE = 6;

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicLong clock = new AtomicLong();
    private final Admission admission = admission(new ConcurrencyLimit(2, PLACES), LONG);
    private final List<Priority> served = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Boolean>> line = new ArrayList<>();

    @Test
    void letsInAsManyAsTheLimit() {
        fill();
        assertThat(admission.state()).isEqualTo(new Admission.State(PLACES, PLACES, 0));
    }

    @Test
    void keepsSomePlacesFromStrangers() {
        Admission hasty = admission(new ConcurrencyLimit(2, PLACES), SHORT);
        for (int i = 0; i < 6; i++) {
            assertThat(hasty.enter(Priority.OTHER)).isTrue();
        }
        assertThat(hasty.enter(Priority.OTHER)).isFalse();
        assertThat(hasty.enter(Priority.SIGNED_IN)).isTrue();
        assertThat(hasty.enter(Priority.FORM)).isTrue();
        assertThat(hasty.enter(Priority.FORM)).isFalse();
        assertThat(hasty.state().waiting()).isZero();
    }

    @Test
    void servesThoseWhoWaitByTheirPriority() {
        fill();
        line.add(arrive(Priority.OTHER));
        line.add(arrive(Priority.SIGNED_IN));
        line.add(arrive(Priority.FORM));
        admission.leave();
        await().untilAsserted(() -> assertThat(served).containsExactly(Priority.FORM));
        admission.leave();
        await().untilAsserted(() -> assertThat(served).containsExactly(Priority.FORM, Priority.SIGNED_IN));
        for (int i = 0; i < 3; i++) {
            admission.leave();
        }
        assertThat(line).allSatisfy(one -> assertThat(one).succeedsWithin(LONG).isEqualTo(true));
    }

    @Test
    void refusesWhoeverWouldWaitBehindAFullQueue() {
        fill();
        for (int i = 0; i < QUEUE / 2; i++) {
            line.add(arrive(Priority.OTHER));
        }
        assertThat(admission.enter(Priority.OTHER)).as("half is for strangers").isFalse();
        for (int i = 0; i < QUEUE / 2; i++) {
            line.add(arrive(Priority.SIGNED_IN));
        }
        assertThat(admission.enter(Priority.FORM)).isFalse();
        assertThat(line).hasSize(QUEUE).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void letsNoStrangerWaitBehindAStandingQueue() {
        fill();
        CompletableFuture<Boolean> waiting = arrive(Priority.SIGNED_IN);
        clock.addAndGet(LONG.toNanos() + 1);
        assertThat(admission.enter(Priority.OTHER)).isFalse();
        assertThat(waiting).as("it still waits").isNotDone();
        admission.leave();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void aLimitThatRisesLetsThemIn() {
        Admission narrow = admission(new ConcurrencyLimit(1, PLACES), LONG);
        for (int i = 0; i < PLACES; i++) {
            assertThat(narrow.enter(Priority.FORM)).isTrue();
        }
        for (int i = 0; i < 50; i++) {
            narrow.adjust(PLACES);
        }
        assertThat(narrow.state().limit()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            narrow.leave();
        }
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> narrow.enter(Priority.FORM), AdmissionTest::inThread);
        await().until(() -> narrow.state().waiting() == 1);
        await().until(() -> {
            narrow.adjust(0);
            return waiting.isDone();
        });
        assertThat(waiting.join()).isTrue();
    }

    private Admission admission(ConcurrencyLimit limit, Duration maxWait) {
        return new Admission(limit, QUEUE, maxWait, clock::get);
    }

    private void fill() {
        for (int i = 0; i < PLACES; i++) {
            assertThat(admission.enter(Priority.FORM)).isTrue();
        }
    }

    private CompletableFuture<Boolean> arrive(Priority priority) {
        int before = admission.state().waiting();
        CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(
                () -> {
                    boolean admitted = admission.enter(priority);
                    if (admitted) {
                        served.add(priority);
                    }
                    return admitted;
                },
                AdmissionTest::inThread);
        await().until(() -> admission.state().waiting() == before + 1);
        return result;
    }

    private static void inThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
