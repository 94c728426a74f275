package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody who goes back after sending, or stops the browser while it sends, sends nothing twice and is never stuck.
 */
class SentAgainBrowserIT {

    private static final String TITLE = "What is troubling you?";

    /** Also notes what the button says then. */
    private static final String CLICK = """
            button => {
              const note = () => { window.label ??= button.textContent; };
              new MutationObserver(note).observe(button, { childList: true });
              button.click();
            }""";

    private Person patient;

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    @Test
    void backAfterAMessageShowsAnEmptyForm() {
        String path = "/consultation/" + People.consultation(patient, "Back to a message");
        try (Visit visit = Visit.of(patient.email()).open(path)) {
            visit.fill("Message", "Only once").press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            visit.page().goBack();
            assertThat(visit.field("Message")).hasValue("");
            visit.page().goForward();
            assertThat(visit.field("Message")).hasValue("");
            visit.page().reload();
            assertThat(visit.field("Message")).hasValue("");
        }
    }

    @Test
    void backAfterANoteShowsAnEmptyForm() {
        String path = "/consultation/" + People.consultation(patient, "Back to a note");
        try (Visit visit = Visit.of(People.nurse(People.GENERAL).email()).open(path)) {
            visit.fill("Staff note", "Only once").press("Add note");
            assertThat(visit.notice()).hasText("Your note was added.");
            visit.page().goBack();
            assertThat(visit.field("Staff note")).hasValue("");
        }
    }

    @Test
    void backAfterANewConsultationShowsAnEmptyForm() {
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.fill(TITLE, "Only once")
                    .fill("Describe it", "Only once")
                    .choose("Where on the body", "Skin")
                    .fill("When did it start?", "2024-01-01")
                    .choose("How bad is it?", "Mild");
            visit.field("Remove location and camera details from the photos").check();
            visit.press("Send to the clinic");
            assertThat(visit.notice()).containsText("Your consultation was sent.");
            visit.page().goBack();
            assertThat(visit.heading("New consultation")).isVisible();
            assertThat(visit.field(TITLE)).hasValue("");
            assertThat(visit.field("Describe it")).hasValue("");
            assertThat(visit.field("When did it start?")).hasValue("");
            assertThat(visit.field("How bad is it?")).hasValue("");
            assertThat(visit.field("Remove location and camera details from the photos"))
                    .not()
                    .isChecked();
        }
    }

    /** What was not sent is another matter: it comes back, from the draft. */
    @Test
    void backToWhatWasNotSentShowsIt() {
        String path = "/consultation/" + People.consultation(patient, "Back to a draft");
        try (Visit visit = Visit.of(patient.email()).open(path)) {
            visit.fill("Message", "Not yet sent").open("/consultations");
            visit.page().goBack();
            assertThat(visit.field("Message")).hasValue("Not yet sent");
        }
    }

    @Test
    void aMessageWhoseSendingWasStoppedIsSentOnce() {
        String id = People.consultation(patient, "Stopped message");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", "Stopped on its way");
            stopWhileSending(visit, "Send");
            assertThat(Records.messagesIn(id)).isEqualTo(2);
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
        }
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    @Test
    void aStepWhoseSendingWasStoppedIsTakenOnce() {
        String id = People.consultation(patient, "Stopped step");
        try (Visit visit = Visit.of(People.nurse(People.GENERAL).email()).open("/consultation/" + id)) {
            stopWhileSending(visit, "Take this consultation");
            visit.press("Take this consultation");
            assertThat(visit.notice()).isVisible();
            assertThat(visit.button("Close consultation")).isVisible();
        }
    }

    /** The form arrives, its answer does not come, and the reader stops the browser. */
    private static void stopWhileSending(Visit visit, String name) {
        Predicate<String> anyAddress = address -> true;
        AtomicInteger arrived = new AtomicInteger();
        visit.page().route(anyAddress, route -> {
            if (route.request().method().equals("POST")) {
                route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                arrived.incrementAndGet();
            } else {
                route.resume();
            }
        });
        Locator button = visit.button(name);
        // a click of the test would wait for the answer, as would a look at the page until it is stopped
        button.evaluate(CLICK);
        visit.page().waitForCondition(() -> arrived.get() > 0);
        CDPSession devTools = visit.page().context().newCDPSession(visit.page());
        devTools.send("Page.stopLoading");
        devTools.detach();
        assertThat(visit.page().evaluate("window.label")).isEqualTo("Sending…");
        visit.page().unroute(anyAddress);
        assertThat(button).isVisible();
    }
}
