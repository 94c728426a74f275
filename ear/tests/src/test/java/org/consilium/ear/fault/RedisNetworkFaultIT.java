package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.consilium.testing.http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session store is well, but the way to it is slow, leads nowhere, or is closed. */
class RedisNetworkFaultIT {

    private static final Duration SLOW = Duration.ofMillis(200);
    private static final int UNAVAILABLE = 503;

    private Cluster cluster;
    private OutageObserver observer;

    @BeforeEach
    void begin() {
        cluster = Cluster.whole();
        observer = OutageObserver.at(cluster);
    }

    @AfterEach
    void repair() {
        cluster.toRedis().pass();
    }

    @Test
    void theWayIsSlow() throws InterruptedException {
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            ledger.awaitMore(5);
            cluster.toRedis().delay(SLOW);
            assertSlowPages();
            ledger.awaitMore(20);
            cluster.toRedis().pass();
            observer.assertAllGoesOn();
            ledger.awaitMore(10);
            assertThat(ledger.failures()).allSatisfy(OutageObserver::assertComeAgain);
            ledger.settle();
        }
    }

    /** A page waits for a few answers of the store one after the other; on a busy machine not every node is quick. */
    private void assertSlowPages() {
        for (String path : List.of("/", "/consultations", observer.path())) {
            List<Answer> answers = cluster.nodes().stream()
                    .map(node -> observer.at(node).get(path))
                    .toList();
            assertThat(answers).allSatisfy(this::assertPageOrComeAgain);
            assertThat(answers).as(path).anySatisfy(answer -> {
                assertThat(answer).matches(Answer::isPage);
                assertThat(answer.time()).isBetween(SLOW, OutageObserver.SOON);
            });
        }
    }

    private void assertPageOrComeAgain(Answer answer) {
        if (answer.status() == UNAVAILABLE) {
            OutageObserver.assertComeAgain(answer);
        } else {
            assertThat(answer).matches(Answer::isPage);
            assertThat(answer.body()).contains(observer.person().name());
            assertThat(answer.time()).isLessThan(OutageObserver.SOON.multipliedBy(2));
        }
    }

    @Test
    void itSwallowsWhatIsSent() throws InterruptedException {
        assertOutage(cluster.toRedis()::swallow);
    }

    @Test
    void itIsClosed() throws InterruptedException {
        assertOutage(cluster.toRedis()::refuse);
    }

    private void assertOutage(Runnable fault) throws InterruptedException {
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            ledger.awaitMore(5);
            fault.run();
            observer.assertEverybodyIsToComeAgain();
            cluster.toRedis().pass();
            observer.assertAllGoesOn();
            ledger.awaitMore(10);
            RedisFaultIT.assertToldToComeAgain(ledger);
            ledger.settle();
        }
    }
}
