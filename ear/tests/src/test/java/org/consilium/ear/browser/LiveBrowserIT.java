package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.consilium.ear.stand.LivePages;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.junit.jupiter.api.Test;

/**
 * What one person does shows on the pages that others have open, at whichever node: patients are at the first here, and
 * the clinic at the second.
 */
class LiveBrowserIT {

    private static final LocatorAssertions.ContainsTextOptions AT_ONCE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(2000);
    private static final LocatorAssertions.ContainsTextOptions BY_ASKING =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    private static final int ASKS_EVERY_MILLIS = 10_000;
    private static final String HALF = "What I wanted to ask as well is";

    @Test
    void aMessageShowsWithinTwoSecondsAndWhatIsTypedStays() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        String id = People.consultation(patient, "Live thread");
        People.take(id, doctor);
        try (Visit home = Visit.of(patient.email());
                Visit clinic = clinicOf(doctor)) {
            LivePages.openFollowing(home, "/consultation/" + id);
            LivePages.openFollowing(clinic, "/consultation/" + id);
            Locator field = home.field("Message");
            field.fill(HALF);
            field.focus();
            double place = field.boundingBox().y;

            clinic.fill("Message", "Does it hurt at night?").press("Send");
            assertThat(home.content().locator(".entries")).containsText("Does it hurt at night?", AT_ONCE);
            assertThat(field).hasValue(HALF);
            assertThat(field).isFocused();
            assertThat(field.boundingBox().y).isCloseTo(place, org.assertj.core.data.Offset.offset(2.0));
            assertThat(home.page().locator("#news")).hasText("There is a new message.");
            assertThat(home.barriers()).isEmpty();

            LivePages.openFollowing(clinic, "/consultation/" + id);
            home.press("Send");
            assertThat(clinic.content().locator(".entries")).containsText(HALF, AT_ONCE);
        }
    }

    @Test
    void aFormCanBeSentHoweverOftenThePageHasReadItselfAgain() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        String id = People.consultation(patient, "Many words");
        People.take(id, doctor);
        try (Visit home = Visit.of(patient.email());
                Visit clinic = clinicOf(doctor)) {
            LivePages.openFollowing(home, "/consultation/" + id);
            home.fill("Message", HALF);
            for (int i = 0; i < 14; i++) {
                clinic.open("/consultation/" + id)
                        .fill("Message", "Question " + i)
                        .press("Send");
                assertThat(home.content().locator(".entries")).containsText("Question " + i, AT_ONCE);
                assertThat(clinic.notice()).hasText("Your message was sent.");
            }
            home.press("Send");
            assertThat(home.notice()).hasText("Your message was sent.");
        }
    }

    @Test
    void listsShowWhatIsUnreadAndWhoHasTakenIt() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        Person nurse = People.nurse(People.GENERAL);
        String title = "Live list " + People.id();
        String id = People.consultation(patient, title);
        try (Visit home = Visit.of(patient.email());
                Visit colleague = clinicOf(nurse);
                Visit clinic = clinicOf(doctor)) {
            LivePages.openFollowing(home, "/consultations");
            String found = colleague.searching("/queue", patient.lastName());
            LivePages.openFollowing(colleague, found);
            assertThat(colleague.content()).containsText(title);

            clinic.open("/consultation/" + id).press("Take this consultation");
            assertThat(home.content().locator(".rows")).containsText("With " + doctor.name(), AT_ONCE);
            assertThat(colleague.content()).not().containsText(title);

            LivePages.openFollowing(colleague, found + "&view=TEAM");
            clinic.fill("Message", "Since when?").press("Send");
            assertThat(home.content().locator(".rows")).containsText("1 new", AT_ONCE);
            assertThat(colleague.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title)))
                    .containsText("2 new", AT_ONCE);
        }
    }

    @Test
    void stepsThatAreOverGoAndNewOnesAreOffered() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        Person nurse = People.nurse(People.GENERAL);
        String id = People.consultation(patient, "Live steps");
        try (Visit colleague = clinicOf(nurse);
                Visit clinic = Visit.of(doctor.email())) {
            LivePages.openFollowing(colleague, "/consultation/" + id);
            clinic.open("/consultation/" + id).press("Take this consultation");
            assertThat(colleague.content().locator(".facts")).containsText(doctor.name(), AT_ONCE);
            assertThat(colleague.button("Take this consultation")).hasCount(0);
            colleague.link("Reload this page").click();
            assertThat(colleague.button("Send")).isVisible();
        }
    }

    /** The consultation is another team's as soon as the step is done, while its own answer is still on the way. */
    @Test
    void whatAStepLeadsToIsNotOvertakenByItsNews() {
        Person doctor = People.doctor(People.GENERAL);
        String path = "/consultation/" + People.consultation(People.patient(), "Handed over");
        try (Visit clinic = Visit.of(doctor.email())) {
            List<String> heard = new ArrayList<>();
            LivePages.record(clinic, heard);
            LivePages.openFollowing(clinic, path);
            clinic.page().route("**" + path, route -> {
                if (route.request().method().equals("POST")) {
                    APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                    clinic.page().waitForCondition(() -> heard.stream().anyMatch(text -> text.startsWith("changed ")));
                    clinic.page().waitForTimeout(1000);
                    route.fulfill(new Route.FulfillOptions().setResponse(answer));
                } else {
                    route.resume();
                }
            });
            clinic.choose("Hand over to team", "Bones and joints").press("Hand over");
            assertThat(clinic.notice()).hasText("The consultation was handed over.");
        }
    }

    @Test
    void whereWebSocketsAreBlockedThePageAsks() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        String id = People.consultation(patient, "No sockets");
        People.take(id, doctor);
        try (Visit home = Visit.of(patient.email());
                Visit clinic = clinicOf(doctor)) {
            home.page().clock().install();
            home.context().addInitScript("delete window.WebSocket");
            home.open("/consultation/" + id);
            clinic.open("/consultation/" + id).fill("Message", "Any fever?").press("Send");
            assertThat(clinic.notice()).hasText("Your message was sent.");
            home.page().clock().fastForward(ASKS_EVERY_MILLIS);
            assertThat(home.content().locator(".entries")).containsText("Any fever?", BY_ASKING);
        }
    }

    /** As after a node has stopped, or a network has silently gone: nothing tells the browser so. */
    @Test
    void aConnectionOnWhichNothingIsHeardIsGivenUp() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        String id = People.consultation(patient, "Silence");
        People.take(id, doctor);
        try (Visit home = Visit.of(patient.email());
                Visit clinic = clinicOf(doctor)) {
            home.page().clock().install();
            home.context()
                    .addInitScript("window.WebSocket = class extends WebSocket {"
                            + " addEventListener(type, listener) {"
                            + " if (type !== 'message') { super.addEventListener(type, listener); } } };");
            home.open("/consultation/" + id);
            clinic.open("/consultation/" + id).fill("Message", "Are you there?").press("Send");
            assertThat(clinic.notice()).hasText("Your message was sent.");
            home.page().clock().fastForward(75_000);
            assertThat(home.content().locator(".entries")).containsText("Are you there?", BY_ASKING);
        }
    }

    @Test
    void whoHasNoPartInItHearsNothing() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        String id = People.consultation(patient, "Nobody else's");
        People.take(id, doctor);
        List<String> toStranger = new ArrayList<>();
        List<String> toBones = new ArrayList<>();
        try (Visit home = Visit.of(patient.email());
                Visit stranger = Visit.of(People.patient().email());
                Visit bones = clinicOf(People.nurse(People.BONES));
                Visit clinic = clinicOf(doctor)) {
            LivePages.record(stranger, toStranger);
            LivePages.record(bones, toBones);
            LivePages.openFollowing(home, "/consultations");
            LivePages.openFollowing(stranger, "/consultations");
            LivePages.openFollowing(bones, "/queue");
            clinic.open("/consultation/" + id).fill("Message", "Between us").press("Send");
            assertThat(home.content().locator(".rows")).containsText("1 new", AT_ONCE);
            stranger.page().waitForTimeout(500);
            bones.page().waitForTimeout(500);
            assertThat(toStranger).isNotEmpty().allMatch(text -> text.startsWith("mark "));
            assertThat(toBones).isNotEmpty().allMatch(text -> text.startsWith("mark "));
        }
    }

    @Test
    void aVisitThatEndsElsewhereEndsOnEveryOpenPage() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Two tabs");
        try (Visit home = Visit.of(patient.email())) {
            LivePages.openFollowing(home, "/consultation/" + id);
            Page other = home.context().newPage();
            other.navigate(home.home().resolve("/consultations").toString());
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(home.heading("Sign in")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5000));
            assertThat(home.content()).not().containsText("Two tabs");
        }
    }

    @Test
    void aDisabledAccountIsOutAtOnceAtEveryNode() {
        Person patient = People.patient();
        Person administrator = People.administrator();
        String id = People.consultation(patient, "Disabled");
        try (Visit home = Visit.of(patient.email());
                Visit office = clinicOf(administrator)) {
            LivePages.openFollowing(home, "/consultation/" + id);
            office.open(office.searching("/people", patient.lastName()));
            office.page().onDialog(dialog -> dialog.accept());
            office.press("Disable");
            assertThat(home.heading("Sign in")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5000));
        }
    }

    @Test
    void nobodyAndForeignPagesGetNoConnection() {
        String[] handshake = {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version", "13"};
        assertThat(Visitors.anonymous().get("/live", handshake).status()).isEqualTo(302);
        String patient = People.patient().email();
        assertThat(Visitors.signedIn(patient).get("/live").status()).isEqualTo(200);
        assertThat(Visitors.signedIn(patient)
                        .get("/live", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
    }

    private static Visit clinicOf(Person person) {
        return Visit.at(Stand.get().secondNode().address()).signIn(person.email());
    }
}
