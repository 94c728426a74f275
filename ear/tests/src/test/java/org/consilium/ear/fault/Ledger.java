package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consilium.testing.http.Answer;

/**
 * Some patients who write at the same time while something goes wrong, and the account of it: what was acknowledged,
 * and how often they were told to come again or got no answer at all.
 */
final class Ledger implements AutoCloseable {

    static final int PEOPLE = 5;

    private static final int PAUSE_MILLIS = 60;
    /** Whoever takes their time writes only once in so many times. */
    private static final int LEISURE = 5;
    /** However long a test takes, no more than this is written. */
    private static final int MOST_STEPS = 3000;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final List<MessagingPatient> people;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(PEOPLE);
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger(MOST_STEPS);

    private volatile boolean leisurely;

    private Ledger(URI... homes) {
        people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> MessagingPatient.signedIn(homes[number % homes.length]))
                .toList();
    }

    /** Lets them begin to write; if there are several addresses, each is used by some of them. */
    static Ledger open(URI... homes) {
        Ledger ledger = new Ledger(homes);
        for (MessagingPatient person : ledger.people) {
            var unused = ledger.threads.scheduleWithFixedDelay(
                    () -> ledger.step(person), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return ledger;
    }

    /** Leaves a machine more of its processors while nothing is to be seen but that everything goes on. */
    void slowDown() {
        leisurely = true;
    }

    void hurry() {
        leisurely = false;
    }

    private void step(MessagingPatient person) {
        boolean rests = leisurely && ThreadLocalRandom.current().nextInt(LEISURE) > 0;
        if (!rests && left.decrementAndGet() >= 0) {
            try {
                person.step();
            } catch (RuntimeException | AssertionError e) {
                // told at the end: here it would only end this person's writing
                broken.add(e);
            }
        }
    }

    int acknowledged() {
        return people.stream().mapToInt(MessagingPatient::acknowledged).sum();
    }

    /** Waits until so many more messages were acknowledged. */
    void awaitMore(int count) {
        int wanted = acknowledged() + count;
        await(count + " more messages").atMost(TIMEOUT).until(() -> acknowledged() >= wanted);
    }

    List<Answer> failures() {
        return people.stream().flatMap(person -> person.failures().stream()).toList();
    }

    /** Lets everybody get an acknowledgement for what is on its way, and compares with the database. */
    void settle() throws InterruptedException {
        close();
        assertThat(threads.awaitTermination(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                .as("requests come to an end")
                .isTrue();
        assertThat(broken).isEmpty();
        for (MessagingPatient person : people) {
            await("an acknowledgement").atMost(TIMEOUT).until(() -> {
                if (!person.isAllAcknowledged()) {
                    person.step();
                }
                return person.isAllAcknowledged();
            });
        }
        people.forEach(MessagingPatient::assertKept);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
