package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** People can look at the password that they type, and nobody else finds it later. */
class PasswordFieldBrowserIT {

    @Test
    void itIsShownUntilTheFormIsSent() {
        try (Visit visit = Visit.start()) {
            visit.open("/sign-in").fill("E-mail", People.patient().email()).fill("Password", "not the password");
            assertThat(visit.field("Password")).hasAttribute("type", "password");
            visit.press("Show");
            assertThat(visit.field("Password")).hasAttribute("type", "text");
            assertThat(visit.field("Password")).hasValue("not the password");
            visit.press("Hide");
            assertThat(visit.field("Password")).hasAttribute("type", "password");
            visit.press("Show");
            visit.press("Sign in");
            assertThat(visit.alert()).containsText("E-mail or password is wrong.");
            assertThat(visit.field("Password")).hasAttribute("type", "password");
            assertThat(visit.field("Password")).hasValue("");
        }
    }

    /** Typed text comes along into another language; a password does not, even while it is shown. */
    @Test
    void itStaysOutOfTheBrowsersStorage() {
        try (Visit visit = Visit.start()) {
            visit.open("/sign-in").fill("E-mail", "somebody@example.org").fill("Password", "a secret password");
            visit.press("Show");
            visit.page()
                    .locator("a[hreflang=es]")
                    .evaluate("link => link.addEventListener('click', event => event.preventDefault())");
            visit.page().locator("a[hreflang=es]").click();
            Object stored = visit.page().evaluate("JSON.stringify(sessionStorage)");
            assertThat(String.valueOf(stored)).contains("somebody@example.org").doesNotContain("a secret password");
        }
    }
}
