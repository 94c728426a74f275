package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** The end of a visit, wished or not: nothing of a patient stays on the screen, and nothing that was typed is lost. */
class SignOutBrowserIT {

    private static final String TYPED = "Half a page about my knee, not sent yet";

    @Test
    void backAfterSigningOutShowsNothingOfThePatient() {
        Person patient = People.patient();
        String title = "Rash that nobody else may read";
        String id = People.consultation(patient, title);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", TYPED);
            visit.press("Sign out");
            assertThat(visit.notice()).hasText("You are signed out.");
            visit.page().goBack();
            assertThat(visit.heading("Sign in")).isVisible();
            assertThat(visit.page().locator("body")).not().containsText(title);
            assertThat(visit.page().evaluate("() => Object.keys(sessionStorage).length"))
                    .as("what is left in the browser")
                    .isEqualTo(0);
        }
    }

    /** A form with a draft, of which nothing has to be saved first. */
    @Test
    void signingOutWithoutHavingTypedLeavesAtOnce() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Only read");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.press("Sign out");
            assertThat(visit.notice()).hasText("You are signed out.");
        }
    }

    @Test
    void theOldCookieIsWorthNothingAfterSigningOut() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        String session = visit.cookie("JSESSIONID");
        HtmlForm out = HtmlForm.empty();
        assertThat(visit.post("/sign-out", out).status()).isEqualTo(302);
        assertThat(Visitors.anonymous()
                        .get("/consultations", "Cookie", "JSESSIONID=" + session)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheSessionEnded() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Interrupted");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.draft("Message", TYPED);
            endSession(visit);
            visit.press("Send");
            assertThat(visit.page().locator(".notice"))
                    .hasText("Your session has ended. Sign in again. What you typed is still there.");
            assertThat(visit.page().getByText("What you typed is still there.")).isVisible();
            visit.screenshot("session-ended").signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.heading("Interrupted")).isVisible();
            assertThat(visit.field("Message")).hasValue(TYPED);
            assertThat(Records.messagesIn(id)).isEqualTo(1);
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(visit.field("Message")).hasValue("");
            assertThat(Records.messagesIn(id)).isEqualTo(2);
            visit.page().reload();
            assertThat(visit.field("Message")).hasValue("");
        }
    }

    @Test
    void aDraftIsNotShownToWhoeverSignsInNext() {
        Person patient = People.patient();
        Person other = People.patient();
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.draft("Describe it", TYPED);
            endSession(visit);
            visit.open("/consultation/new");
            visit.page()
                    .waitForResponse(
                            answer -> answer.url().contains("/draft/"),
                            () -> visit.signInHere(other.email(), People.PASSWORD));
            assertThat(visit.heading("New consultation")).isVisible();
            assertThat(visit.field("Describe it")).hasValue("");
        }
    }

    private static void endSession(Visit visit) {
        boolean signedIn = visit.context().cookies().stream().anyMatch(SignOutBrowserIT::isSession);
        assertThat(signedIn).isTrue();
        visit.context().clearCookies();
    }

    private static boolean isSession(Cookie cookie) {
        return cookie.name.equals("JSESSIONID");
    }
}
