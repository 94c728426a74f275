package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On a small phone, after any form was refused: the reader is at a summary that names each field that is wrong, leads
 * to it, and is announced; with and without scripts.
 */
class RefusedFormBrowserIT {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 640;
    private static final String SUMMARY = "#errors";
    private static final String AGREED = "I have read the privacy notice and agree";

    /** A form that is sent although nothing was filled in, and how many fields are wrong then. */
    record Refusal(Reader reader, String button, int fields) {
        private String name() {
            return (reader + " " + button).toLowerCase(Locale.ROOT).replace(' ', '-');
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** Who sends it, from which page. */
    enum Reader {
        REGISTERING("/register"),
        SIGNING_IN("/sign-in"),
        ASKING("/consultation/new"),
        PATIENT,
        DOCTOR,
        ADMINISTRATOR("/people");

        private final String path;

        Reader(String path) {
            this.path = path;
        }

        Reader() {
            this("");
        }

        private Visit open(Visit visit) {
            visit.page().setViewportSize(WIDTH, HEIGHT);
            Person patient = People.patient();
            switch (this) {
                case ASKING -> visit.signIn(patient.email());
                case ADMINISTRATOR -> visit.signIn("admin@example.org");
                case PATIENT -> visit.signIn(patient.email());
                case DOCTOR -> visit.signIn(People.doctor(People.GENERAL).email());
                default -> {}
            }
            return visit.open(path.isEmpty() ? "/consultation/" + consultation(patient) : path);
        }

        /** That a clinician can close. */
        private static String consultation(Person patient) {
            String id = People.consultation(patient, "Refused on a phone");
            People.take(id, People.doctor(People.GENERAL));
            return id;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal(Reader.REGISTERING, "Create account", 5),
                new Refusal(Reader.SIGNING_IN, "Sign in", 2),
                new Refusal(Reader.ASKING, "Send to the clinic", 4),
                new Refusal(Reader.PATIENT, "Send", 1),
                new Refusal(Reader.DOCTOR, "Add note", 1),
                new Refusal(Reader.DOCTOR, "Hand over", 1),
                new Refusal(Reader.DOCTOR, "Close consultation", 2),
                new Refusal(Reader.ADMINISTRATOR, "Invite staff", 3));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theReaderIsAtTheSummary(Refusal refusal) {
        try (Visit visit = refusal.reader().open(Visit.start())) {
            send(visit, refusal);
            assertSummary(visit, refusal);
            visit.page().locator(SUMMARY).focus();
            visit.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", "refused-" + refusal.name() + ".png")));
            assertThat(visit.barriers()).isEmpty();
            assertThat(visit.overflow()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theReaderIsAtTheSummaryWithoutScripts(Refusal refusal) {
        try (Visit visit = refusal.reader().open(Visit.withoutScripts())) {
            send(visit, refusal);
            assertSummary(visit, refusal);
        }
    }

    /** What is refused as a whole, and not at a field. */
    @Test
    void aRefusalOfTheStepIsInTheSummaryToo() {
        try (Visit visit = Visit.withoutScripts().open("/sign-in")) {
            visit.page().setViewportSize(WIDTH, HEIGHT);
            visit.signInHere(People.patient().email(), "not the password");
            assertThat(visit.page().locator(SUMMARY)).isFocused();
            assertThat(visit.page().locator(SUMMARY)).isInViewport();
        }
    }

    @Test
    void aTickThatIsMissingDoesNotCostThePasswords() {
        String id = People.id().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        String email = "tick" + id + "@example.org";
        try (Visit visit = Visit.start().open("/register")) {
            visit.page().setViewportSize(WIDTH, HEIGHT);
            fillIn(visit, email);
            visit.press("Create account");
            assertThat(visit.field(AGREED)).isFocused();
            assertThat(visit.field(AGREED)).isInViewport();
            assertThat(visit.field("Password")).hasValue(People.PASSWORD);
            assertThat(visit.field("Repeat password")).hasValue(People.PASSWORD);
            visit.field(AGREED).check();
            visit.press("Create account");
            assertThat(visit.heading("Sign in")).isVisible();
        }
        assertThat(Records.registrations(email)).isEqualTo(1);
    }

    @Test
    void aTickThatIsMissingIsNamedWithoutScripts() {
        try (Visit visit = Visit.withoutScripts().open("/register")) {
            visit.page().setViewportSize(WIDTH, HEIGHT);
            fillIn(visit, People.id() + "@example.org");
            visit.press("Create account");
            assertThat(visit.page().locator(SUMMARY)).isFocused();
            assertThat(visit.page().locator(SUMMARY)).isInViewport();
            visit.page().locator(SUMMARY + " a").first().click();
            assertThat(visit.field(AGREED)).isFocused();
            assertThat(visit.field(AGREED)).hasAttribute("aria-invalid", "true");
        }
    }

    private static void fillIn(Visit visit, String email) {
        visit.fill("First name", "Ines")
                .fill("Last name", "Itch")
                .fill("Date of birth", "1990-02-03")
                .fill("E-mail", email)
                .fill("Password", People.PASSWORD)
                .fill("Repeat password", People.PASSWORD);
    }

    private static void send(Visit visit, Refusal refusal) {
        Locator button = visit.button(refusal.button());
        // the browser's own check would speak before the server's
        button.evaluate("button => { button.form.noValidate = true; }");
        button.click();
    }

    private static void assertSummary(Visit visit, Refusal refusal) {
        Locator summary = visit.page().locator(SUMMARY);
        assertThat(summary).isFocused();
        assertThat(summary).isInViewport();
        assertThat(summary).hasAttribute("role", "alert");
        List<Locator> links = summary.locator("a").all();
        assertThat(links).hasSize(refusal.fields());
        for (Locator link : links) {
            String target = link.getAttribute("href").substring(1);
            Locator field = visit.page().locator("[id='" + target + "']");
            assertThat(field).hasAttribute("aria-invalid", "true");
            String reason = visit.page().locator("[id='" + error(target) + "']").textContent();
            assertThat(reason).isNotBlank();
            assertThat(link.textContent()).contains(": " + reason);
            assertThat(field.getAttribute("aria-describedby")).contains(error(target));
            link.click();
            assertThat(field).isFocused();
        }
    }

    private static String error(String field) {
        return field + "-error";
    }
}
