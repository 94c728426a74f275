package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type that cannot be taken as it is: the field says why, keeps what was typed, and nothing is stored. */
class BadTextBrowserIT {

    private static final String FILL_IN = "Please fill this in.";

    @Test
    void anEmptyConsultationIsRefusedAtEachField() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.fill("Describe it", "   ").press("Send to the clinic");
            assertRefused(visit, "What is troubling you?", FILL_IN);
            assertRefused(visit, "Describe it", FILL_IN);
            assertRefused(visit, "Where on the body", FILL_IN);
            assertRefused(visit, "How bad is it?", FILL_IN);
        }
        assertThat(Records.consultationsOf(patient.email())).isZero();
    }

    @Test
    void aTitleOf121LettersIsRefusedAndKept() {
        Person patient = People.patient();
        String title = "a".repeat(121);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.fill("What is troubling you?", title)
                    .fill("Describe it", "Short")
                    .choose("Where on the body", "Skin")
                    .choose("How bad is it?", "Mild")
                    .press("Send to the clinic");
            assertRefused(visit, "What is troubling you?", "Please use up to 120 characters.");
            assertThat(visit.field("What is troubling you?")).hasValue(title);
            assertThat(visit.field("Describe it")).hasValue("Short");
            visit.fill("What is troubling you?", "a".repeat(120)).press("Send to the clinic");
            assertThat(visit.notice()).containsText("Your consultation was sent.");
        }
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    @Test
    void aMessageOf5001LettersIsRefusedAndKeptAndOneOf5000IsSent() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Long story");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.press("Send");
            assertRefused(visit, "Message", FILL_IN);
            visit.fill("Message", "b".repeat(5001)).press("Send");
            assertRefused(visit, "Message", "Please use up to 5000 characters.");
            assertThat(visit.field("Message")).hasValue("b".repeat(5001));
            assertThat(Records.messagesIn(id)).isEqualTo(1);
            visit.fill("Message", "b".repeat(5000)).press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
        }
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.title = 'broken into'</script><img src=x onerror=\"document.title='broken into'\">",
                "Robert'); DROP TABLE message; -- \" \\ %s #{1+1} ${1+1}",
                "\uD83E\uDE7A \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD842\uDFB7 \u4E2D\u6587 \u00F1",
                "\u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C \u0645\u0631\u062D\u0628\u0627",
                "line one\nline two\n\n\tindented"
            })
    void textIsShownAsItWasTyped(String text) {
        Person patient = People.patient();
        String id = People.consultation(patient, "Odd letters");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", text).press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            Locator body = visit.content().locator(".entry .text").last();
            assertThat(body.textContent()).isEqualTo(text);
            assertThat(visit.page()).hasTitle("Consultation – Consilium");
        }
        assertThat(Records.text(
                        "SELECT body FROM message JOIN consultation c ON c.id = consultation_id"
                                + " WHERE c.public_id = ? ORDER BY message.id DESC LIMIT 1",
                        id))
                .isEqualTo(text);
    }

    /** In the field, nobody sees them; in "What it shows" they are escaped by a script. */
    @Test
    void charactersThatNobodySeesAreLeftOut() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Pasted from a document");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", "one\u000Btwo\f\u001Ethree\u001F\u0092 four\u0085end");
            visit.field("Photos").setInputFiles(PhotoFiles.photo("arm.jpg", Color.PINK));
            new Previews(visit).awaitReady(1);
            visit.fill("What it shows: arm.jpg", "My\u000Barm\u001E\u0092 today");
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(visit.content().locator(".entry .text").last().textContent())
                    .isEqualTo("one\ntwo\nthree four\nend");
            assertThat(visit.content().locator(".images img"))
                    .hasAttribute("alt", Pattern.compile("^My arm today, Photo 1 / 1.*"));
        }
    }

    @ParameterizedTest
    @MethodSource("dates")
    void impossibleDatesAreRefused(String since, String why) {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "A day that was not")
                .with("description", "Kept all the same")
                .with("bodySite", "ARM")
                .with("severity", "MILD")
                .with("since", since);
        String answer = visit.post("/consultation/new", form).body();
        assertThat(answer).contains(why).contains("A day that was not").contains("Kept all the same");
        assertThat(Records.consultationsOf(patient.email())).isZero();
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                Arguments.of("2026-02-31", "This is not a valid date."),
                Arguments.of("yesterday", "This is not a valid date."),
                Arguments.of("0000-00-00", "This is not a valid date."),
                Arguments.of("2999-01-01", "This date is in the future."),
                Arguments.of("1800-01-01", "This date is too far in the past."));
    }

    @Test
    void whatIsNotOnTheListIsRefused() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "Not on the list")
                .with("description", "Made by hand")
                .with("bodySite", "TAIL")
                .with("severity", "DEADLY");
        assertThat(visit.post("/consultation/new", form).body()).contains("Please choose one from the list.");
        assertThat(Records.consultationsOf(patient.email())).isZero();
    }

    private static void assertRefused(Visit visit, String label, String why) {
        assertThat(visit.field(label)).hasAttribute("aria-invalid", "true");
        assertThat(visit.field(label).locator("xpath=ancestor::div[contains(@class, 'field')]//*[@class='error']"))
                .hasText(why);
    }
}
