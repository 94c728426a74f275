package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.server.ServerProcess;
import org.consilium.server.session.store.Lease;
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
        Browser browser = new Browser();
        browser.get(dying, "/caller?user=ann");
        browser.get(dying, "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<HttpResponse<String>> cut =
                    CompletableFuture.supplyAsync(() -> browser.window().get(dying, gate.path()));
            gate.awaitRequest();
            dying.kill();
            long begin = System.nanoTime();
            assertThat(browser.text(nodes.get(0), "/count")).startsWith("n=2 cart=2 bean=2");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            assertThat(cut).failsWithin(Duration.ofSeconds(10));
        }
        assertThat(browser.text(nodes.get(1), "/caller")).isEqualTo("user=ann title=Dr staff=true guest=false");
    }

    @Test
    void aNodeThatStoodStillCannotWriteBackWhatOthersHaveChanged() throws IOException, InterruptedException {
        Browser browser = new Browser();
        browser.get(nodes.get(1), "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<HttpResponse<String>> frozen =
                    CompletableFuture.supplyAsync(() -> browser.window().get(nodes.get(0), gate.path()));
            gate.awaitRequest();
            nodes.get(0).freeze(true);
            try {
                assertThat(browser.text(nodes.get(1), "/count")).startsWith("n=2 ");
            } finally {
                nodes.get(0).freeze(false);
            }
            gate.open();
            assertThat(frozen.join().statusCode()).isEqualTo(503);
        }
        assertThat(browser.text(nodes.get(0), "/count")).startsWith("n=3 cart=3 bean=3");
    }

    @Test
    void aLongRequestKeepsItsLease() {
        Browser browser = new Browser();
        browser.get(nodes.get(0), "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<HttpResponse<String>> slow =
                    CompletableFuture.supplyAsync(() -> browser.window().get(nodes.get(0), gate.path()));
            gate.awaitRequest();
            CompletableFuture<String> waiting =
                    CompletableFuture.supplyAsync(() -> browser.window().text(nodes.get(1), "/count"));
            // longer than a lease lasts unless it is renewed
            await().pollDelay(Lease.TTL.plusMillis(500)).until(() -> !waiting.isDone());
            gate.open();
            assertThat(slow.join().body()).startsWith("n=2 ");
            assertThat(waiting.join()).startsWith("n=3 cart=3 bean=3");
        }
    }

    @Test
    void whileRedisStandsStillTheAnswerIsComeAgainAndNobodyIsSignedOut() {
        Browser browser = new Browser();
        browser.get(nodes.get(0), "/caller?user=ann");
        String id = browser.id();
        redis.pause();
        try {
            for (int i = 0; i < 8; i++) {
                assertComeAgain(browser, nodes.turn(i));
            }
            assertThat(browser.get(nodes.get(0), "/health/live").statusCode()).isEqualTo(200);
        } finally {
            redis.resume();
        }
        assertThat(browser.id()).isEqualTo(id);
        assertSignedInAgain(browser);
    }

    @Test
    void whileRedisIsAwayTheAnswerIsComeAgainAndNobodyIsSignedOut() {
        Browser browser = new Browser();
        browser.get(nodes.get(0), "/caller?user=ann");
        String id = browser.id();
        // within a second Redis has written everything to its disk
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        redis.kill();
        try {
            for (int i = 0; i < 8; i++) {
                assertComeAgain(browser, nodes.turn(i));
            }
            assertComeAgain(new Browser(), nodes.get(0));
        } finally {
            redis = RedisServer.start(workspace, redis.settings());
            redis.awaitReady();
        }
        assertThat(browser.id()).isEqualTo(id);
        assertSignedInAgain(browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "redirect"})
    void whatCannotBeSavedIsNotAnsweredAsIfItWere(String way) {
        Browser browser = new Browser();
        browser.get(nodes.get(0), "/count");
        try (Gate gate = new Gate()) {
            CompletableFuture<HttpResponse<String>> late = CompletableFuture.supplyAsync(
                    () -> browser.window().get(nodes.get(0), gate.path() + "&complete=" + way));
            gate.awaitRequest();
            redis.pause();
            gate.open();
            assertThat(late.join().statusCode()).isEqualTo(503);
            assertThat(late.join().headers().firstValue("Retry-After")).isPresent();
        } finally {
            redis.resume();
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                browser.get(nodes.get(1), "/count/read").statusCode())
                        .isEqualTo(200));
    }

    private static void assertComeAgain(Browser browser, ServerProcess node) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = browser.get(node, "/count");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        // a second by the clock of the server; on a busy machine the test's own clock needs more
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ANSWER);
    }

    private static void assertSignedInAgain(Browser browser) {
        for (int i = 0; i < 2; i++) {
            ServerProcess node = nodes.get(i);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(browser.text(node, "/caller"))
                            .isEqualTo("user=ann title=Dr staff=true guest=false"));
        }
    }
}
