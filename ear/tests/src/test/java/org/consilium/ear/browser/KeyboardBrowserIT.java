package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** Somebody without a mouse: what the Tab key reaches, in the order of the page, is enough to be cared for. */
class KeyboardBrowserIT {

    private static final int MOST_TABS = 40;
    private static final String FILL_IN = "Please fill this in\\.";

    @Test
    void aMessageIsSentWithTheKeyboardAlone() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Typed by keyboard");
        try (Visit visit = Visit.start().open("/consultation/" + id)) {
            tabTo(visit, visit.field("E-mail"));
            type(visit, patient.email());
            tabTo(visit, visit.field("Password"));
            type(visit, People.PASSWORD);
            visit.page().keyboard().press("Enter");
            assertThat(visit.heading("Typed by keyboard")).isVisible();

            tabTo(visit, visit.field("Message"));
            type(visit, "Nothing but keys.");
            tabTo(visit, visit.button("Send"));
            visit.page().keyboard().press("Enter");
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(visit.content().locator(".entries")).containsText("Nothing but keys.");
        }
    }

    @Test
    void theFirstTabOffersToSkipToTheContent() {
        try (Visit visit = Visit.start().open("/")) {
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().locator(".skip")).isFocused();
            assertThat(visit.page().locator(".skip")).isInViewport();
            visit.page().keyboard().press("Enter");
            assertThat(visit.content()).isFocused();
        }
    }

    @Test
    void afterARefusalTheSummaryHasTheFocusAndLeadsToTheFirstWrongField() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.fill("Describe it", "Nothing but keys.").press("Send to the clinic");
            assertThat(visit.alert()).isFocused();
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Enter");
            assertThat(visit.field("What is troubling you?")).isFocused();
            assertThat(visit.field("What is troubling you?")).hasAttribute("aria-invalid", "true");
            assertThat(visit.field("What is troubling you?")).hasAccessibleDescription(Pattern.compile(FILL_IN));
            assertThat(visit.field("Describe it")).hasValue("Nothing but keys.");
        }
    }

    /** Scripts may come late, and must not take back the focus then. */
    @Test
    void whoHasGoneOnFromTheSummaryIsNotTakenBackToIt() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            List<Route> late = new ArrayList<>();
            visit.context().route(Pattern.compile("\\.js"), late::add);
            visit.fill("Describe it", "Nothing but keys.").press("Send to the clinic");
            assertThat(visit.alert()).isFocused();
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Enter");
            assertThat(visit.field("What is troubling you?")).isFocused();
            assertThat(late).isNotEmpty();
            late.forEach(Route::resume);
            visit.page().waitForLoadState();
            assertThat(visit.field("What is troubling you?")).isFocused();
        }
    }

    private static void tabTo(Visit visit, Locator target) {
        Page page = visit.page();
        for (int tab = 0; tab < MOST_TABS && !hasFocus(target); tab++) {
            page.keyboard().press("Tab");
        }
        assertThat(hasFocus(target)).as("the Tab key reaches " + target).isTrue();
    }

    private static boolean hasFocus(Locator target) {
        return Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"));
    }

    private static void type(Visit visit, String text) {
        visit.page().keyboard().type(text);
    }
}
