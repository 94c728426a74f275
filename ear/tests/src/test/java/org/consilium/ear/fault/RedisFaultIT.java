package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.local.node.Node;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The session store stands still, is gone, or is full: people are told to come again, soon and by every node, and are
 * never taken for nobody; when it is back, all goes on by itself.
 */
class RedisFaultIT {

    private static final Duration SOON = OutageObserver.SOON;
    private static final Duration RECOVERY = OutageObserver.RECOVERY;

    private Cluster cluster;
    private OutageObserver observer;

    @BeforeEach
    void begin() {
        cluster = Cluster.whole();
        observer = OutageObserver.at(cluster);
    }

    @AfterEach
    void repair() {
        if (cluster.redis().process().isAlive()) {
            cluster.redis().resume();
            limit("256mb", "noeviction");
        } else {
            cluster.startRedis();
        }
    }

    @Test
    void itStandsStill() throws InterruptedException {
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            ledger.awaitMore(5);
            cluster.redis().pause();
            observer.assertEverybodyIsToComeAgain();
            cluster.redis().resume();
            observer.assertAllGoesOn();
            ledger.awaitMore(10);
            assertToldToComeAgain(ledger);
            ledger.settle();
        }
    }

    @Test
    void itIsGone() throws InterruptedException {
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            ledger.awaitMore(5);
            // what it has promised has left its memory
            cluster.redis().awaitReply("aof_buffer_length:0", "INFO", "persistence");
            cluster.redis().kill();
            observer.assertEverybodyIsToComeAgain();
            cluster.startRedis();
            observer.assertAllGoesOn();
            ledger.awaitMore(10);
            assertToldToComeAgain(ledger);
            ledger.settle();
        }
    }

    @Test
    void itIsFull() {
        limit("1mb", "noeviction");
        for (int round = 0; round < OutageObserver.ROUNDS; round++) {
            cluster.nodes()
                    .forEach(node ->
                            OutageObserver.assertComeAgain(observer.at(node).get(observer.path())));
        }
        limit("256mb", "noeviction");
        observer.assertAllGoesOn();
    }

    @Test
    void itForgets() {
        limit("1mb", "allkeys-lru");
        await().atMost(RECOVERY).until(this::isEmpty);
        for (Node node : cluster.nodes()) {
            assertThat(observer.at(node).get(observer.path()))
                    .matches(answer -> answer.isSignIn() || answer.status() == 503);
        }
        limit("256mb", "noeviction");
        for (Node node : cluster.nodes()) {
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(observer.signIn(node)).matches(Answer::isDone));
            assertThat(observer.at(node).get(observer.path())).matches(Answer::isPage);
        }
    }

    private void limit(String memory, String policy) {
        try (RedisConnection connection = cluster.redis().connect()) {
            connection.send("CONFIG", "SET", "maxmemory-policy", policy);
            connection.send("CONFIG", "SET", "maxmemory", memory);
        }
    }

    private boolean isEmpty() {
        try (RedisConnection connection = cluster.redis().connect()) {
            return "0".equals(connection.text("DBSIZE"));
        }
    }

    /**
     * Of those who write meanwhile, some may have been cut off when their page had just begun to leave; their browsers
     * ask a second time by themselves.
     */
    static void assertToldToComeAgain(Ledger ledger) {
        assertThat(ledger.failures()).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isIn(503, 502, 0);
            assertThat(answer.status() == 503 && answer.retryAfter().isEmpty())
                    .as("503 without Retry-After")
                    .isFalse();
            assertThat(answer.setsCookie()).as("another session").isFalse();
            assertThat(answer.time()).isLessThan(SOON.multipliedBy(2));
        });
        assertThat(ledger.failures().stream().filter(answer -> answer.status() != 503))
                .as("cut off")
                .hasSizeLessThanOrEqualTo(Ledger.PEOPLE);
    }
}
