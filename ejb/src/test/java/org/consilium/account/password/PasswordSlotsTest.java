package org.consilium.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.consilium.limit.BusyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Never more at once than there are slots; a few wait, and the rest is refused at once. */
class PasswordSlotsTest {
    private static final int SLOTS = 2;
    private static final int ACCEPTED = SLOTS + SLOTS * 4;

    private final PasswordSlots slots = new PasswordSlots(SLOTS, Duration.ofMinutes(1));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() throws Exception {
        List<Future<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            calls.add(hash());
        }
        Awaitility.await().until(() -> begun.get() == SLOTS);
        for (int i = SLOTS; i < ACCEPTED; i++) {
            calls.add(hash());
        }
        Awaitility.await().until(() -> slots.waiting() == ACCEPTED - SLOTS);

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> slots.use(() -> true));
        assertThat(begun).hasValue(SLOTS);

        end.countDown();
        for (Future<Boolean> call : calls) {
            assertThat(call.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refusesAfterWaitingTooLong() {
        PasswordSlots impatient = new PasswordSlots(SLOTS, Duration.ofMillis(100));
        List<Future<Boolean>> calls = List.of(hash(impatient), hash(impatient));
        Awaitility.await().until(() -> begun.get() == SLOTS);

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> impatient.use(() -> true));
        assertThat(impatient.waiting()).isZero();
        assertThat(calls).noneMatch(Future::isDone);
    }

    private Future<Boolean> hash() {
        return hash(slots);
    }

    private Future<Boolean> hash(PasswordSlots in) {
        return threads.submit(() -> in.use(() -> {
            begun.incrementAndGet();
            try {
                return end.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }));
    }
}
