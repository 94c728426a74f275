package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.browser.Form;
import org.consilium.ear.browser.Records;
import org.consilium.local.Node;
import org.consilium.local.redis.RedisConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The session store stands still, is gone, or is full: people are told to come again, soon and by every node, and are
 * never taken for nobody; when it is back, all goes on by itself.
 */
class RedisFaultIT {

    /** A second by the clock of the server; the test's own gets some more on a busy machine. */
    private static final Duration SOON = Duration.ofMillis(1500);

    private static final Duration RECOVERY = Duration.ofSeconds(15);
    private static final int ROUNDS = 4;

    private Cluster cluster;
    private Correspondent writer;
    private Form form;

    @BeforeEach
    void begin() {
        cluster = Cluster.whole();
        writer = Correspondent.signedIn(cluster.node(0).address());
        form = Form.in(writer.window().get(writer.path()).body(), "reply").with("message", "Typed before");
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
            assertEverybodyIsToComeAgain();
            cluster.redis().resume();
            assertAllGoesOn();
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
            assertEverybodyIsToComeAgain();
            cluster.startRedis();
            assertAllGoesOn();
            ledger.awaitMore(10);
            assertToldToComeAgain(ledger);
            ledger.settle();
        }
    }

    @Test
    void itIsFull() {
        limit("1mb", "noeviction");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.nodes().forEach(node -> assertComeAgain(at(node).get(writer.path())));
        }
        limit("256mb", "noeviction");
        assertAllGoesOn();
    }

    @Test
    void itForgets() {
        limit("1mb", "allkeys-lru");
        await().atMost(RECOVERY).until(this::isEmpty);
        for (Node node : cluster.nodes()) {
            assertThat(at(node).get(writer.path())).matches(answer -> answer.isSignIn() || answer.status() == 503);
        }
        limit("256mb", "noeviction");
        for (Node node : cluster.nodes()) {
            await().atMost(RECOVERY)
                    .untilAsserted(
                            () -> assertThat(at(node).signIn(writer.person())).matches(Answer::isDone));
            assertThat(at(node).get(writer.path())).matches(Answer::isPage);
        }
    }

    private Window at(Node node) {
        return writer.window().ledTo(node.address());
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

    private void assertEverybodyIsToComeAgain() {
        Window balanced = writer.window().ledTo(cluster.balancer().address());
        for (int round = 0; round < ROUNDS; round++) {
            for (Node node : cluster.nodes()) {
                assertComeAgain(at(node).get(writer.path()));
                assertComeAgain(at(node).get("/"));
                assertComeAgain(at(node).post(writer.path(), form));
                assertThat(at(node).get("/health/live").status()).isEqualTo(200);
                assertComeAgain(balanced.get(writer.path()));
            }
        }
        cluster.nodes()
                .forEach(node -> await().atMost(RECOVERY)
                        .until(() -> at(node).get("/health/ready").status() == 503));
        assertComeAgain(balanced.get(writer.path()));
    }

    private static void assertComeAgain(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.retryAfter()).as("Retry-After").isNotEmpty();
        assertThat(answer.isSignIn()).as("a sign-in page").isFalse();
        assertThat(answer.setsCookie()).as("another session").isFalse();
        assertThat(answer.time()).isLessThan(SOON);
    }

    /**
     * Of those who write meanwhile, some may have been cut off when their page had just begun to leave; their browsers
     * ask a second time by themselves.
     */
    private static void assertToldToComeAgain(Ledger ledger) {
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

    private void assertAllGoesOn() {
        for (Node node : cluster.nodes()) {
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(at(node).get(writer.path())).matches(Answer::isPage));
            await().atMost(RECOVERY).until(() -> at(node).get("/health/ready").status() == 200);
        }
        assertThat(writer.window().post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation()))
                .as("with the first")
                .isEqualTo(2);
    }
}
