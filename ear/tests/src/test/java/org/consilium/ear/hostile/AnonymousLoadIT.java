package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Somebody without an account leaves nothing in Redis, however much they send. */
class AnonymousLoadIT {

    private static final int ROUNDS = 100;
    private static final int BOUND = 512 * 1024;
    private static final int LARGE = 1_500_000;
    private static final String MARK = "Anonymous-load-";

    @Test
    void leavesRedisAsItWas() {
        round(0); // the first load of the pages fills caches
        try (RedisConnection redis = Stand.get().redis().connect()) {
            Set<String> keys = keys(redis);
            long memory = memory(redis);
            for (int number = 1; number <= ROUNDS; number++) {
                round(number);
            }
            assertThat(keys(redis)).as("keys that are no counters").isSubsetOf(keys);
            assertThat(memory(redis) - memory).as("growth of Redis in bytes").isLessThan(BOUND);
        }
    }

    /** Ten requests of a new browser. */
    private static void round(int number) {
        HttpVisit visit = Visitors.anonymous();
        HtmlForm signIn = HtmlForm.in(got(visit, "/sign-in"), "signin");
        HtmlForm register = HtmlForm.in(got(visit, "/register"), "register");
        String mark = MARK + number;
        String large = "x".repeat(number % 10 == 0 ? LARGE : 15_000);
        List<Answer> answers = List.of(
                visit.get("/invitation?token=" + mark),
                visit.get("/no-such-page/" + mark),
                visit.get("/consultation/" + mark),
                visit.post("/sign-in", signIn.with("email", large)),
                visit.post("/register", register.with("firstName", large).with("lastName", mark)),
                visit.post("/invitation", HtmlForm.empty()),
                visit.post("/sign-in", HtmlForm.empty(), "Origin", "https://elsewhere.example.org"),
                visit.post(
                        number % 2 == 0 ? "/register" : "/photos",
                        "multipart/form-data; boundary=b",
                        BodyPublishers.ofString(
                                "--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"x\"\r\n\r\n" + large
                                        + "\r\n--b--\r\n")));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isBetween(200, 499);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("SESSION"));
        });
    }

    private static String got(HttpVisit visit, String path) {
        Answer page = visit.get(path);
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("SESSION"));
        return page.body();
    }

    /**
     * Without the counters of rate limits, which are one for each network and expire by themselves. Keys may expire at
     * any time.
     */
    private static Set<String> keys(RedisConnection redis) {
        return ((List<?>) Objects.requireNonNull(redis.send("KEYS", "*")))
                .stream()
                        .map(String::valueOf)
                        .filter(key -> !key.startsWith("consilium:limit:"))
                        .collect(Collectors.toSet());
    }

    private static long memory(RedisConnection redis) {
        String info = String.valueOf(redis.text("INFO", "memory"));
        return info.lines()
                .filter(line -> line.startsWith("used_memory_dataset:"))
                .mapToLong(line -> Long.parseLong(line.split(":", 2)[1].strip()))
                .findFirst()
                .orElseThrow();
    }

    /** The server would read it into memory to its end. */
    @Test
    void aFormOfUnknownLengthIsNotRead() {
        byte[] text = ("signin:email=" + "x".repeat(LARGE)).getBytes(StandardCharsets.US_ASCII);
        Answer answer = Visitors.anonymous()
                .post(
                        "/sign-in",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(411);
    }

    /** The form of another browser, and that of another page, are refused: each has a token of its own. */
    @Test
    void aFormIsOnlyTakenFromTheBrowserThatGotIt() {
        HttpVisit victim = Visitors.anonymous();
        victim.get("/sign-in");
        HtmlForm foreign = HtmlForm.in(Visitors.anonymous().get("/sign-in").body(), "signin")
                .with("email", "patient@example.org")
                .with("password", People.PASSWORD);
        assertThat(victim.post("/sign-in", foreign).status()).isEqualTo(409);
        HtmlForm own = HtmlForm.in(victim.get("/sign-in").body(), "signin")
                .with("email", "patient@example.org")
                .with("password", People.PASSWORD);
        assertThat(victim.post("/sign-in", own, "Origin", "https://elsewhere.example.org")
                        .status())
                .isEqualTo(400);
        assertThat(victim.post("/sign-in", own.withParameter("jakarta.faces.ViewState", "stateless"))
                        .status())
                .isEqualTo(409);
    }
}
