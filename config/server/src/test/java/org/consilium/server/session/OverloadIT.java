package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.consilium.server.Burner;
import org.consilium.server.ProbeEar;
import org.consilium.server.ServerProcess;
import org.consilium.server.bench.OpenLoad;
import org.consilium.server.bench.OpenLoad.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node on one processor, of which other processes use two thirds, gets twice the requests that it can serve: it
 * serves nearly as many as ever, those of people who are signed in first, and refuses the others at once.
 */
class OverloadIT {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final int WARM = 200;
    private static final int SIGNED_IN = 40;
    private static final int TURNS = 8;
    private static final int PEOPLE = 4;
    private static final String PAGE = "/work?ms=20";

    /** Refusing costs some CPU time, too: measured 0.89 to 0.97, and 0.16 without a limit. */
    private static final double NEARLY = 0.8;

    /**
     * Measured: none in most runs, one of 4,000 now and then, and 190 of 1,000 if time goes on while it stands still.
     */
    private static final double HARDLY_ANY = 0.001;

    private static final Pattern LIMIT = Pattern.compile("\"limit\":\"?\\d+");

    private static Workspace workspace;
    private static RedisServer redis;
    private static ServerProcess node;
    private static OpenLoad load;
    private static String usual;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException, ExecutionException {
        workspace = Workspace.open(directory.resolve("back-ends"));
        redis = RedisServer.start(workspace, RedisSettings.defaults().withoutPersistence());
        redis.awaitReady();
        node = ServerProcess.startOnProcessor(
                0,
                directory,
                Nodes.environment(redis),
                "--deploy",
                ProbeEar.withSessions(directory).toString());
        node.awaitLine("\"message\":\"ready\"");
        usual = limit();
        List<String> cookies =
                IntStream.range(0, SIGNED_IN).mapToObj(OverloadIT::signIn).toList();
        load = new OpenLoad(node.uri(PAGE), cookies);
        // until its code is compiled, including the code that refuses
        double unused = load.capacity(PEOPLE, LONG);
        assertThat(load.run(WARM, LONG.dividedBy(2))).isNotEmpty();
        unused = load.capacity(PEOPLE, LONG.dividedBy(2));
    }

    @AfterAll
    static void stop() {
        node.close();
        redis.close();
        workspace.close();
    }

    /** The limit falls under load, and rises again within a second. */
    @BeforeEach
    void recover() {
        await().atMost(LONG).until(() -> limit().equals(usual));
    }

    /**
     * Per CPU time that the node had, and beside its best before and after: the share that the other processes leave to
     * it varies, and so does the speed of the machine.
     */
    @Test
    void answersNearlyAsManyAsItCanAndTheSignedInFirst() throws Exception {
        int earlier = node.settledOut().size();
        Burner burner = Burner.on(0, 2);
        try {
            Duration begin = cpu();
            double before = load.capacity(PEOPLE, LONG);
            double bestBefore = perCpu(before * LONG.toSeconds(), begin);
            Duration overloaded = cpu();
            List<Answer> answers = load.run(2 * before, LONG);
            HttpResponse<String> ready = node.get("/health/ready");
            double served = perCpu((double) count(answers, OverloadIT::served), overloaded);
            recover();
            Duration after = cpu();
            double bestAfter = perCpu(load.capacity(PEOPLE, LONG) * LONG.toSeconds(), after);
            assertThat(served).isGreaterThan(NEARLY * Math.min(bestBefore, bestAfter));
            assertThat(answers).allSatisfy(OverloadIT::assertServedOrRefused);
            assertThat(count(answers, answer -> served(answer) && answer.withCookie()))
                    .as("signed in")
                    .isGreaterThan(2 * count(answers, answer -> served(answer) && !answer.withCookie()));
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"overloaded\":\"true\"");
        } finally {
            burner.close();
        }
        assertThat(node.settledOut().stream().skip(earlier)).noneMatch(line -> line.contains("Redis does not answer"));
    }

    /** How many requests the node serves at the same time, as it reports. */
    private static String limit() throws IOException, InterruptedException {
        Matcher matcher = LIMIT.matcher(node.get("/health/ready").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static double perCpu(double requests, Duration begin) {
        return requests / cpu().minus(begin).toMillis();
    }

    private static Duration cpu() {
        return node.handle().info().totalCpuDuration().orElseThrow();
    }

    private static void assertServedOrRefused(Answer answer) {
        if (answer.status() != 200) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.retryAfter()).isNotEmpty();
        }
    }

    /** As on a machine that pauses the node in turns: pages wait only for the node, and not for Redis. */
    @Test
    void standsStillTwoThirdsOfTheTimeAndAnswersNearlyAll() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<List<Integer>>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            people.add(CompletableFuture.supplyAsync(() -> statuses(over), task -> new Thread(task).start()));
        }
        try {
            for (int turn = 0; turn < TURNS; turn++) {
                node.freeze(true);
                pause(AWAY);
                node.freeze(false);
                pause(AWAY.dividedBy(2));
            }
        } finally {
            node.freeze(false);
            over.set(true);
        }
        List<Integer> all = new ArrayList<>();
        for (CompletableFuture<List<Integer>> person : people) {
            assertThat(person)
                    .succeedsWithin(LONG)
                    .satisfies(statuses -> assertThat(statuses).hasSizeGreaterThan(TURNS));
            all.addAll(person.join());
        }
        assertThat(all).containsAnyOf(200).isSubsetOf(200, 503);
        assertThat(Collections.frequency(all, 503)).isLessThanOrEqualTo((int) (HARDLY_ANY * all.size()));
    }

    private static List<Integer> statuses(AtomicBoolean over) {
        NodeVisit visit = new NodeVisit();
        List<Integer> statuses = new ArrayList<>();
        while (!over.get()) {
            statuses.add(visit.get(node, "/count").status());
        }
        return statuses;
    }

    /** The share of time that the node gets is what is tested. */
    private static void pause(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    private static boolean served(Answer answer) {
        return answer.status() == 200 && answer.time().compareTo(SOON) < 0;
    }

    private static long count(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream().filter(which).count();
    }

    /** Each with a session, as requests of one session wait for each other. */
    private static String signIn(int person) {
        NodeVisit visit = new NodeVisit();
        visit.get(node, "/caller?user=ann" + person);
        return "JSESSIONID=" + visit.id();
    }
}
