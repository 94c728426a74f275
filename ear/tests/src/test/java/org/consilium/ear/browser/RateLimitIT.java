package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.consilium.ear.stand.Visit;
import org.consilium.local.redis.RedisConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be abused is limited on two nodes together, and people are told when they may go on. */
class RateLimitIT {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String WRONG = "incorrect horse battery";
    private static final String WRONG_PAIR = "E-mail or password is wrong.";
    /** Lets everything that counts have happened so many microseconds earlier. */
    private static final String AGE = """
            for _, key in ipairs(redis.call('KEYS', 'consilium:limit:*')) do
              redis.call('SET', key, string.format('%.0f', redis.call('GET', key) - ARGV[1]), 'KEEPTTL')
            end""";

    private static LimitedNodes nodes;

    @BeforeAll
    static void nodes() {
        nodes = LimitedNodes.get();
    }

    /** Somebody who asks the nodes in turn. */
    private static PlainVisit visit(int number) {
        return PlainVisit.at(nodes.turn(number).address());
    }

    private static HttpResponse<String> signIn(int number, String email, String password, String address) {
        PlainVisit visit = visit(number);
        Form form = Form.in(visit.get("/sign-in").body(), "signin")
                .with("email", email)
                .with("password", password);
        return visit.post("/sign-in", form, "X-Forwarded-For", address);
    }

    private static void assertRefused(HttpResponse<String> answer, String text, int mostSeconds) {
        assertThat(answer.statusCode()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(seconds(answer)).isBetween(1, mostSeconds);
        assertThat(answer.body()).containsPattern(text);
    }

    private static void age(Duration time) {
        try (RedisConnection connection = nodes.redis().connect()) {
            connection.send("EVAL", AGE, "0", String.valueOf(time.toNanos() / 1000));
        }
    }

    private static int seconds(HttpResponse<String> answer) {
        return Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0"));
    }

    @Test
    void guessesForOneAccountHaveToWaitOnEveryNodeAndGoOnAfterwards() {
        String email = Hospital.patient().email();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(attempt, email, WRONG, "192.0.2.1").body()).contains(WRONG_PAIR);
        }
        HttpResponse<String> refused = signIn(3, email, Visit.PASSWORD, "192.0.2.2");
        assertRefused(
                refused, "Too many sign-in attempts\\. Try again at \\d{1,2}:\\d{2}\\h[AP]M, in 1 minute\\.", 60 / 3);
        assertThat(refused.body())
                .as("what was typed is kept, but for the password")
                .contains("value=\"" + email + "\"")
                .doesNotContain(Visit.PASSWORD);
        int wait = seconds(refused);
        age(Duration.ofSeconds(wait - 2L));
        assertThat(signIn(0, email, Visit.PASSWORD, "192.0.2.2").statusCode())
                .as("no earlier")
                .isEqualTo(TOO_MANY_REQUESTS);
        age(Duration.ofSeconds(2));
        assertThat(signIn(0, email, Visit.PASSWORD, "192.0.2.2").statusCode() / 100)
                .as("and then at once")
                .isEqualTo(3);
    }

    @Test
    void theAnswerDoesNotTellWhetherThereIsAnAccount() {
        String nobody = Hospital.id() + "@example.org";
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(attempt, nobody, WRONG, "192.0.2.3").body()).contains(WRONG_PAIR);
        }
        assertRefused(signIn(3, nobody, WRONG, "192.0.2.3"), "Too many sign-in attempts\\.", 60 / 3);
    }

    @Test
    void theRightPasswordNeverHasToWait() {
        String email = Hospital.patient().email();
        for (int attempt = 0; attempt < 8; attempt++) {
            assertThat(signIn(attempt, email, Visit.PASSWORD, "192.0.2.4").statusCode())
                    .as("attempt %d", attempt)
                    .isBetween(300, 399);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.5", "2001:db8:0:5::%x"})
    void guessesFromOneNetworkHaveToWait(String network) {
        for (int attempt = 0; attempt < 6; attempt++) {
            String address = network.formatted(attempt);
            assertThat(signIn(attempt, Hospital.id() + "@example.org", WRONG, address)
                            .body())
                    .contains(WRONG_PAIR);
        }
        String email = Hospital.patient().email();
        assertRefused(
                signIn(6, email, Visit.PASSWORD, network.formatted(6)),
                "Too many sign-in attempts\\. Try again at .{7,8}, in 10 minutes\\.",
                60 * 60 / 6);
        assertThat(signIn(7, email, Visit.PASSWORD, "192.0.2.6").statusCode()).isBetween(300, 399);
    }

    @Test
    void accountsFromOneNetworkHaveToWait() {
        assertThat(register(0, "en").body()).contains("An account with this e-mail address already exists.");
        assertThat(register(1, "es").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = register(2, "en");
        assertRefused(
                refused,
                "Too many new accounts from your network\\. Try again at .{7,8}, in 30 minutes\\.",
                60 * 60 / 2);
        assertThat(refused.body()).contains("value=\"Ines\"").doesNotContain(Visit.PASSWORD);
        assertRefused(
                register(3, "es"),
                "Demasiadas cuentas nuevas desde su red\\. Inténtelo de nuevo a las \\d{1,2}:\\d{2}, dentro de 30 minutos\\.",
                60 * 60 / 2);
    }

    private static HttpResponse<String> register(int number, String language) {
        PlainVisit visit = visit(number);
        Form form = Form.in(visit.get("/register").body(), "register")
                .with("firstName", "Ines")
                .with("lastName", "Invented")
                .with("dateOfBirth", "1990-02-03")
                .with("email", "patient@example.org")
                .with("password", Visit.PASSWORD)
                .with("repeated", Visit.PASSWORD)
                .with("agreed", "on");
        return visit.post("/register", form, "X-Forwarded-For", "192.0.2.9", "Accept-Language", language);
    }

    @Test
    void photosOfOnePersonHaveToWait() {
        String email = Hospital.patient().email();
        byte[] photo = Pictures.jpeg(40, 30, Color.RED);
        PlainVisit one = visit(0);
        assertThat(one.signIn(email, Visit.PASSWORD).statusCode() / 100).isEqualTo(3);
        assertThat(Uploads.ticket(one, photo, "").statusCode()).isEqualTo(201);
        assertThat(Uploads.ticket(one, photo, "").statusCode())
                .as("the same once more")
                .isEqualTo(201);
        assertThat(Uploads.ticket(one, Pictures.jpeg(41, 30, Color.RED), "").statusCode())
                .isEqualTo(201);
        photo = Pictures.jpeg(42, 30, Color.RED);
        PlainVisit other = visit(1);
        assertThat(other.signIn(email, Visit.PASSWORD).statusCode() / 100).isEqualTo(3);
        HttpResponse<String> refused = Uploads.ticket(other, photo, "", "Accept-Language", "es");
        assertRefused(
                refused,
                "^\\{\"message\":\"Demasiadas fotos en poco tiempo\\. Inténtelo de nuevo a las \\d{1,2}:\\d{2},"
                        + " dentro de 30 minutos\\.\"}$",
                60 * 60 / 2);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Records.imagesOf(email)).isEqualTo(2);
    }

    @Test
    void aBrowserShowsWhenToTryAgain() {
        String nobody = Hospital.id() + "@example.org";
        try (Visit visit =
                Visit.at(nodes.turn(0).address()).expect(TOO_MANY_REQUESTS).open("/sign-in")) {
            for (int attempt = 0; attempt < 3; attempt++) {
                visit.signInHere(nobody, WRONG);
                assertThat(visit.alert()).hasText(WRONG_PAIR);
            }
            visit.signInHere(nobody, WRONG);
            assertThat(visit.alert()).containsText("Too many sign-in attempts. Try again at ");
            assertThat(visit.field("E-mail")).hasValue(nobody);
            visit.screenshot("limited-sign-in");
        }
    }

    @Test
    void aPhotoTooManyCanBeTriedAgainOrRemoved() {
        String email = Hospital.patient().email();
        try (Visit visit =
                Visit.at(nodes.turn(1).address()).expect(TOO_MANY_REQUESTS).signIn(email)) {
            visit.open("/consultation/new").field("Photos").setInputFiles(Pictures.photo("one.jpg", Color.RED));
            Previews previews = new Previews(visit);
            previews.awaitReady(1);
            visit.field("Photos").setInputFiles(Pictures.photo("two.jpg", Color.GREEN));
            previews.awaitReady(2);
            visit.field("Photos").setInputFiles(Pictures.photo("three.jpg", Color.BLUE));
            assertThat(previews.of("three.jpg")).containsText("Too many photos in a short time. Try again at ");
            visit.press("Try again three.jpg");
            assertThat(visit.button("Try again three.jpg")).hasCount(1);
            assertThat(previews.of("three.jpg")).containsText("Too many photos in a short time. Try again at ");
            visit.screenshot("limited-photos");
            visit.press("Remove three.jpg");
            previews.awaitReady(2);
        }
    }
}
