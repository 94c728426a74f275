package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts wait on the server until they are sent, on every device, and never in the browser's storage. */
class DraftBrowserIT {

    private static final int CONFLICT = 409;
    private static final long MINUTE = 60_000;
    private static final String TYPED = "Half a page about my elbow, not sent yet";
    private static final String OTHER = "You have changed this text in another tab or on another device.";

    private Person patient;
    private String id;
    private String path;

    @BeforeEach
    void consultation() {
        patient = People.patient();
        id = People.consultation(patient, "Drafted on two devices");
        path = "/consultation/" + id;
    }

    private Visit visit() {
        return Visit.of(patient.email()).open(path);
    }

    @Test
    void itIsThereOnAnotherDeviceUntilItIsSent() {
        try (Visit phone = visit();
                Visit laptop = Visit.of(patient.email())) {
            phone.draft("Message", TYPED);
            assertThat(laptop.open(path).field("Message")).hasValue(TYPED);
            phone.press("Send");
            assertThat(phone.notice()).hasText("Your message was sent.");
            assertThat(phone.field("Message")).hasValue("");
            awaitDraft(laptop, () -> laptop.page().reload());
            assertThat(laptop.field("Message")).hasValue("");
        }
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    private static void awaitDraft(Visit visit, Runnable step) {
        visit.page().waitForResponse(answer -> answer.url().contains("/draft/"), step);
    }

    /** Text typed in the last second, too. */
    @Test
    void itIsThereAfterSigningOutAndInAgain() {
        try (Visit visit = visit()) {
            visit.fill("Message", TYPED).press("Sign out");
            assertThat(visit.notice()).hasText("You are signed out.");
            visit.open(path).signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.field("Message")).hasValue(TYPED);
        }
    }

    @Test
    void itIsThereAfterTheIdleSessionHasEnded() {
        try (Visit visit = Visit.of(patient.email())) {
            visit.page().clock().install();
            visit.open(path).draft("Message", TYPED);
            visit.page().clock().fastForward(21 * MINUTE);
            assertThat(visit.page().locator(".notice"))
                    .hasText("Your session has ended. Sign in again. What you typed is still there.");
            assertThat(visit.page().locator("body")).not().containsText("Drafted on two devices");
            visit.signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.heading("Drafted on two devices")).isVisible();
            assertThat(visit.field("Message")).hasValue(TYPED);
        }
    }

    @Test
    void theBrowserStoresNothingOfIt() {
        try (Visit visit = visit()) {
            visit.draft("Message", TYPED);
            assertNothingStored(visit);
            visit.page()
                    .locator("a[hreflang=es]")
                    .evaluate("link => link.addEventListener('click', event => event.preventDefault())");
            visit.page().locator("a[hreflang=es]").click();
            assertNothingStored(visit);
        }
    }

    private void assertNothingStored(Visit visit) {
        Object stored = visit.page().evaluate("""
                async () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie,
                  history.state, window.name, (await indexedDB.databases()).length, await caches.keys()])""");
        assertThat(String.valueOf(stored))
                .contains("draft-kept")
                .doesNotContain(TYPED)
                .doesNotContain("Half a page")
                .doesNotContain(id);
    }

    @Test
    void thePersonChoosesTheTextOfTheOtherTab() {
        try (Visit visit = visit().expect(CONFLICT);
                Visit other = Visit.of(patient.email())) {
            dispute(visit, other);
            assertThat(visit.alert()).containsText(OTHER);
            assertThat(visit.alert().locator("q")).hasText("Half a page, and more");
            assertThat(visit.field("Message")).hasValue("Half a page, rewritten");
            assertThat(visit.barriers()).isEmpty();
            visit.screenshot("draft-disputed").width(360);
            assertThat(visit.overflow()).isZero();
            visit.screenshot("draft-disputed-360");

            press(visit, "Use the other text");
            assertThat(visit.field("Message")).hasValue("Half a page, and more");
            assertThat(visit.field("Message")).isFocused();
            assertThat(visit.alert()).hasCount(0);
        }
        try (Visit laptop = visit()) {
            assertThat(laptop.field("Message")).hasValue("Half a page, and more");
        }
    }

    @Test
    void thePersonKeepsTheTextOfThisTab() {
        try (Visit visit = visit().expect(CONFLICT);
                Visit other = Visit.of(patient.email())) {
            dispute(visit, other);
            awaitDraft(visit, () -> press(visit, "Keep this text"));
            assertThat(visit.field("Message")).hasValue("Half a page, rewritten");
            assertThat(visit.field("Message")).isFocused();
            visit.draft("Message", "Half a page, rewritten twice");
        }
        try (Visit laptop = visit()) {
            assertThat(laptop.field("Message")).hasValue("Half a page, rewritten twice");
        }
    }

    /** One tab goes on with the draft, and then the other one, which began with the same. */
    private void dispute(Visit visit, Visit other) {
        visit.draft("Message", "Half a page");
        assertThat(other.open(path).field("Message")).hasValue("Half a page");
        other.draft("Message", "Half a page, and more");
        visit.fill("Message", "Half a page, rewritten");
        assertThat(visit.alert()).isVisible();
        visit.fill("Message", "Half a page, rewritten");
        assertThat(other.open(path).field("Message")).hasValue("Half a page, and more");
    }

    /** By the keyboard. */
    private static void press(Visit visit, String button) {
        Locator found = visit.button(button);
        found.focus();
        found.press("Enter");
    }

    @Test
    void itsPhotosAreThereOnAnotherDevice() {
        try (Visit phone = visit()) {
            phone.fill("Message", TYPED);
            phone.field("Photos").setInputFiles(PhotoFiles.photo("elbow.jpg", Color.PINK));
            new Previews(phone).awaitReady(1);
            phone.draft("What it shows: elbow.jpg", "My left elbow");
        }
        try (Visit laptop = visit()) {
            assertThat(laptop.field("Message")).hasValue(TYPED);
            new Previews(laptop).awaitReady(1);
            Locator picture = new Previews(laptop).items().locator("img").first();
            laptop.page()
                    .waitForCondition(() -> !"0".equals(String.valueOf(picture.evaluate("it => it.naturalWidth"))));
            laptop.screenshot("draft-photo").press("Send");
            assertThat(laptop.notice()).hasText("Your message was sent.");
            assertThat(laptop.content().locator(".images img")).hasAttribute("alt", Pattern.compile("My left elbow.*"));
        }
    }

    /** As while a node is replaced, or on a bad line. */
    @Test
    void aSaveThatFailsIsRepeated() {
        AtomicBoolean failed = new AtomicBoolean();
        try (Visit visit = visit()) {
            visit.page().route("**/draft/**", route -> {
                if (route.request().method().equals("PUT") && !failed.getAndSet(true)) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            visit.draft("Message", TYPED);
            assertThat(failed).isTrue();
        }
        try (Visit laptop = visit()) {
            assertThat(laptop.field("Message")).hasValue(TYPED);
        }
    }

    @Test
    void aFormThatWasRefusedKeepsItsText() {
        String nothing = "   ";
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.fill("Describe it", TYPED).fill("What is troubling you?", nothing);
            visit.press("Send to the clinic");
            assertThat(visit.field("Describe it")).hasValue(TYPED);
        }
        try (Visit laptop = Visit.of(patient.email()).open("/consultation/new")) {
            assertThat(laptop.field("Describe it")).hasValue(TYPED);
        }
    }
}
