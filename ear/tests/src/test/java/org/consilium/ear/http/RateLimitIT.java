package org.consilium.ear.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
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
    private static HttpVisit visit(int number) {
        return HttpVisit.at(nodes.turn(number).address());
    }

    private static Answer signIn(int number, String email, String password, String address) {
        HttpVisit visit = visit(number);
        HtmlForm form = HtmlForm.in(visit.get("/sign-in").body(), "signin")
                .with("email", email)
                .with("password", password);
        return visit.post("/sign-in", form, "X-Forwarded-For", address);
    }

    private static void assertRefused(Answer answer, String text, int mostSeconds) {
        assertThat(answer.status()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(seconds(answer)).isBetween(1, mostSeconds);
        assertThat(answer.body()).containsPattern(text);
    }

    private static void age(Duration time) {
        try (RedisConnection connection = nodes.redis().connect()) {
            connection.send("EVAL", AGE, "0", String.valueOf(time.toNanos() / 1000));
        }
    }

    private static int seconds(Answer answer) {
        return Integer.parseInt(answer.header("Retry-After").orElse("0"));
    }

    @Test
    void guessesForOneAccountHaveToWaitOnEveryNodeAndGoOnAfterwards() {
        String email = People.patient().email();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(attempt, email, WRONG, "192.0.2.1").body()).contains(WRONG_PAIR);
        }
        Answer refused = signIn(3, email, People.PASSWORD, "192.0.2.1");
        assertRefused(
                refused, "Too many sign-in attempts\\. Try again at \\d{1,2}:\\d{2}\\h[AP]M, in 1 minute\\.", 60 / 3);
        assertThat(refused.body())
                .as("what was typed is kept, but for the password")
                .contains("value=\"" + email + "\"")
                .doesNotContain(People.PASSWORD);
        int wait = seconds(refused);
        age(Duration.ofSeconds(wait - 2L));
        assertThat(signIn(0, email, People.PASSWORD, "192.0.2.1").status())
                .as("no earlier")
                .isEqualTo(TOO_MANY_REQUESTS);
        age(Duration.ofSeconds(2));
        assertThat(signIn(0, email, People.PASSWORD, "192.0.2.1").status() / 100)
                .as("and then at once")
                .isEqualTo(3);
    }

    @Test
    void theAnswerDoesNotTellWhetherThereIsAnAccount() {
        String nobody = People.id() + "@example.org";
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(attempt, nobody, WRONG, "192.0.2.3").body()).contains(WRONG_PAIR);
        }
        assertRefused(signIn(3, nobody, WRONG, "192.0.2.3"), "Too many sign-in attempts\\.", 60 / 3);
    }

    @Test
    void theRightPasswordNeverHasToWait() {
        String email = People.patient().email();
        for (int attempt = 0; attempt < 8; attempt++) {
            assertThat(signIn(attempt, email, People.PASSWORD, "192.0.2.4").status())
                    .as("attempt %d", attempt)
                    .isBetween(300, 399);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.5", "2001:db8:0:5::%x"})
    void guessesFromOneNetworkHaveToWait(String network) {
        for (int attempt = 0; attempt < 6; attempt++) {
            String address = network.formatted(attempt);
            assertThat(signIn(attempt, People.id() + "@example.org", WRONG, address)
                            .body())
                    .contains(WRONG_PAIR);
        }
        String email = People.patient().email();
        assertRefused(
                signIn(6, email, People.PASSWORD, network.formatted(6)),
                "Too many sign-in attempts\\. Try again at .{7,8}, in 10 minutes\\.",
                60 * 60 / 6);
        assertThat(signIn(7, email, People.PASSWORD, "192.0.2.6").status()).isBetween(300, 399);
    }

    @Test
    void accountsFromOneNetworkHaveToWait() {
        assertThat(register(0, "en").location()).contains("done=registered");
        assertThat(register(1, "es").location()).contains("done=registered");
        Answer refused = register(2, "en");
        assertRefused(
                refused,
                "Too many new accounts from your network\\. Try again at .{7,8}, in 30 minutes\\.",
                60 * 60 / 2);
        assertThat(refused.body()).contains("value=\"Ines\"").doesNotContain(People.PASSWORD);
        assertRefused(
                register(3, "es"),
                "Demasiadas cuentas nuevas desde su red\\. Inténtelo de nuevo a las \\d{1,2}:\\d{2}, dentro de 30 minutos\\.",
                60 * 60 / 2);
    }

    private static Answer register(int number, String language) {
        HttpVisit visit = visit(number);
        HtmlForm form = HtmlForm.in(visit.get("/register").body(), "register")
                .with("firstName", "Ines")
                .with("lastName", "Invented")
                .with("dateOfBirth", "1990-02-03")
                .with("email", "patient@example.org")
                .with("password", People.PASSWORD)
                .with("repeated", People.PASSWORD)
                .with("agreed", "on");
        return visit.post("/register", form, "X-Forwarded-For", "192.0.2.9", "Accept-Language", language);
    }

    @Test
    void photosOfOnePersonHaveToWait() {
        String email = People.patient().email();
        byte[] photo = SamplePhotos.disc(40, 30, Color.RED);
        HttpVisit one = visit(0);
        assertThat(Visitors.signIn(one, email, People.PASSWORD).status() / 100).isEqualTo(3);
        assertThat(Uploads.ticket(one, photo, "").status()).isEqualTo(201);
        assertThat(Uploads.ticket(one, photo, "").status())
                .as("the same once more")
                .isEqualTo(201);
        assertThat(Uploads.ticket(one, SamplePhotos.disc(41, 30, Color.RED), "").status())
                .isEqualTo(201);
        photo = SamplePhotos.disc(42, 30, Color.RED);
        HttpVisit other = visit(1);
        assertThat(Visitors.signIn(other, email, People.PASSWORD).status() / 100)
                .isEqualTo(3);
        Answer refused = Uploads.ticket(other, photo, "", "Accept-Language", "es");
        assertRefused(
                refused,
                "^\\{\"message\":\"Demasiadas fotos en poco tiempo\\. Inténtelo de nuevo a las \\d{1,2}:\\d{2},"
                        + " dentro de 30 minutos\\.\"}$",
                60 * 60 / 2);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Records.imagesOf(email)).isEqualTo(2);
    }

    @Test
    void aBrowserShowsWhenToTryAgain() {
        String nobody = People.id() + "@example.org";
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
        String email = People.patient().email();
        try (Visit visit =
                Visit.at(nodes.turn(1).address()).expect(TOO_MANY_REQUESTS).signIn(email)) {
            visit.open("/consultation/new").field("Photos").setInputFiles(PhotoFiles.photo("one.jpg", Color.RED));
            Previews previews = new Previews(visit);
            previews.awaitReady(1);
            visit.field("Photos").setInputFiles(PhotoFiles.photo("two.jpg", Color.GREEN));
            previews.awaitReady(2);
            visit.field("Photos").setInputFiles(PhotoFiles.photo("three.jpg", Color.BLUE));
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
