package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.server.ServerProcess;
import org.consilium.server.session.store.Lease;
import org.consilium.testing.http.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that die or stop in the middle of a request, and a Redis that does: nobody is signed out. */
class SessionFaultsIT {
    private static final Duration ANSWER = Duration.ofMillis(1500);

    private static Workspace workspace;
    private static RedisServer redis;
    private static Nodes nodes;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        workspace = Workspace.open(directory.resolve("back-ends"));
        redis = RedisServer.start(workspace);
        redis.awaitReady();
        nodes = Nodes.start(directory, 2, redis, Map.of());
    }

    @AfterAll
    static void stop() {
        nodes.close();
        redis.close();
        workspace.close();
    }

    @Test
    void aNodeThatDiesInTheMiddleOfARequestSignsNobodyOut() throws IOException, InterruptedException {
        ServerProcess dying = nodes.another();
        NodeVisit visit = new NodeVisit();
        visit.get(dying, "/caller?user=ann");
        visit.get(dying, "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<Answer> cut =
                    CompletableFuture.supplyAsync(() -> visit.copy().get(dying, gate.path()));
            gate.awaitRequest();
            dying.kill();
            long begin = System.nanoTime();
            assertThat(visit.text(nodes.get(0), "/count")).startsWith("n=2 cart=2 bean=2");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            assertThat(cut)
                    .succeedsWithin(Duration.ofSeconds(10))
                    .matches(answer -> answer.status() == 0, "no response");
        }
        assertThat(visit.text(nodes.get(1), "/caller")).isEqualTo("user=ann title=Dr staff=true guest=false");
    }

    @Test
    void aNodeThatStoodStillCannotWriteBackWhatOthersHaveChanged() throws IOException, InterruptedException {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(1), "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<Answer> frozen =
                    CompletableFuture.supplyAsync(() -> visit.copy().get(nodes.get(0), gate.path()));
            gate.awaitRequest();
            nodes.get(0).freeze(true);
            try {
                assertThat(visit.text(nodes.get(1), "/count")).startsWith("n=2 ");
            } finally {
                nodes.get(0).freeze(false);
            }
            gate.open();
            assertThat(frozen.join().status()).isEqualTo(503);
        }
        assertThat(visit.text(nodes.get(0), "/count")).startsWith("n=3 cart=3 bean=3");
    }

    @Test
    void aLongRequestKeepsItsLease() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<Answer> slow =
                    CompletableFuture.supplyAsync(() -> visit.copy().get(nodes.get(0), gate.path()));
            gate.awaitRequest();
            CompletableFuture<String> waiting =
                    CompletableFuture.supplyAsync(() -> visit.copy().text(nodes.get(1), "/count"));
            // longer than a lease lasts unless it is renewed
            await().pollDelay(Lease.TTL.plusMillis(500)).until(() -> !waiting.isDone());
            gate.open();
            assertThat(slow.join().body()).startsWith("n=2 ");
            assertThat(waiting.join()).startsWith("n=3 cart=3 bean=3");
        }
    }

    @Test
    void whileRedisStandsStillTheAnswerIsComeAgainAndNobodyIsSignedOut() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/caller?user=ann");
        String id = visit.id();
        redis.pause();
        try {
            for (int i = 0; i < 8; i++) {
                assertComeAgain(visit, nodes.turn(i));
            }
            assertThat(visit.get(nodes.get(0), "/health/live").status()).isEqualTo(200);
        } finally {
            redis.resume();
        }
        assertThat(visit.id()).isEqualTo(id);
        assertSignedInAgain(visit);
    }

    @Test
    void whileRedisIsAwayTheAnswerIsComeAgainAndNobodyIsSignedOut() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/caller?user=ann");
        String id = visit.id();
        // within a second Redis has written everything to its disk
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        redis.kill();
        try {
            for (int i = 0; i < 8; i++) {
                assertComeAgain(visit, nodes.turn(i));
            }
            assertComeAgain(new NodeVisit(), nodes.get(0));
        } finally {
            redis = RedisServer.start(workspace, redis.settings());
            redis.awaitReady();
        }
        assertThat(visit.id()).isEqualTo(id);
        assertSignedInAgain(visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "redirect"})
    void whatCannotBeSavedIsNotAnsweredAsIfItWere(String way) {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<Answer> late = CompletableFuture.supplyAsync(
                    () -> visit.copy().get(nodes.get(0), gate.path() + "&complete=" + way));
            gate.awaitRequest();
            redis.pause();
            gate.open();
            assertThat(late.join().status()).isEqualTo(503);
            assertThat(late.join().header("Retry-After")).isPresent();
        } finally {
            redis.resume();
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(visit.get(nodes.get(1), "/count/read").status())
                                .isEqualTo(200));
    }

    private static void assertComeAgain(NodeVisit visit, ServerProcess node) {
        long begin = System.nanoTime();
        Answer answer = visit.get(node, "/count");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        // a second by the clock of the server; on a busy machine the test's own clock needs more
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ANSWER);
    }

    private static void assertSignedInAgain(NodeVisit visit) {
        for (int i = 0; i < 2; i++) {
            ServerProcess node = nodes.get(i);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(visit.text(node, "/caller"))
                            .isEqualTo("user=ann title=Dr staff=true guest=false"));
        }
    }
}
