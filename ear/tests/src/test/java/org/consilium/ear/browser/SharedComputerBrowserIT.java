package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.awt.Color;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** A computer with several tabs and several users: each page knows whose session it is, and whether it has ended. */
class SharedComputerBrowserIT {

    private static final long MINUTE = 60_000;
    private static final int CONFLICT = 409;
    private static final String TYPED = "Typed, but not sent yet";
    private static final String ENDED = "Your session has ended. Sign in again.";

    private static HttpVisit withSessionOf(Visit visit) {
        String session = visit.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
        return Visitors.anonymous().withCookie("JSESSIONID", session);
    }

    private static Page tab(Visit visit, String path) {
        Page tab = visit.context().newPage();
        tab.navigate(visit.home().resolve(path).toString());
        return tab;
    }

    private static Locator promise(Visit visit) {
        return visit.page().locator("[data-kept]");
    }

    @Test
    void aPageThatSaysThatTheSessionHasEndedHasEndedIt() {
        Person nurse = People.nurse(People.GENERAL);
        try (Visit visit = Visit.of(nurse.email())) {
            visit.page().clock().install();
            visit.open("/queue");
            HttpVisit session = withSessionOf(visit);
            assertThat(session.get("/queue").isPage()).isTrue();
            visit.page().clock().fastForward(16 * MINUTE);
            assertThat(visit.page().locator(".notice")).containsText(ENDED);
            assertThat(promise(visit)).isHidden();
            assertThat(session.get("/queue").isSignIn()).isTrue();

            Person doctor = People.doctor(People.GENERAL);
            visit.signInHere(doctor.email(), People.PASSWORD);
            assertThat(visit.heading("Queue")).isVisible();
            assertThat(visit.page().locator(".who")).containsText(doctor.name());
        }
    }

    @Test
    void whatWasTypedIsPromisedForAsLongAsItIsThere() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email())) {
            visit.page().clock().install();
            visit.open("/consultation/new").draft("Describe it", TYPED);
            visit.page().clock().fastForward(21 * MINUTE);
            assertThat(visit.page().locator(".notice")).containsText(ENDED);
            assertThat(promise(visit)).isVisible();
            visit.page().clock().fastForward(27 * MINUTE);
            assertThat(promise(visit)).isVisible();
            visit.signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.field("Describe it")).hasValue(TYPED);

            visit.page().clock().fastForward(21 * MINUTE);
            assertThat(promise(visit)).isVisible();
            visit.page().clock().fastForward(12 * 60 * MINUTE);
            assertThat(promise(visit)).isVisible();
            visit.signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.field("Describe it")).hasValue(TYPED);
        }
    }

    /** Neither of what was sent, nor to somebody else at the same computer. */
    @Test
    void nothingIsPromisedThatIsNotThere() {
        Person patient = People.patient();
        String path = "/consultation/" + People.consultation(patient, "Sent already");
        Person doctor = People.doctor(People.GENERAL);
        try (Visit visit = Visit.of(patient.email())) {
            visit.page().clock().install();
            visit.open(path).draft("Message", TYPED).press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            visit.page().clock().fastForward(21 * MINUTE);
            assertThat(visit.page().locator(".notice")).containsText(ENDED);
            assertThat(promise(visit)).isHidden();

            visit.signInHere(patient.email(), People.PASSWORD).draft("Message", TYPED);
            visit.page().clock().fastForward(21 * MINUTE);
            assertThat(promise(visit)).isVisible();
            visit.open("/sign-in").signInHere(doctor.email(), People.PASSWORD);
            assertThat(visit.heading("Queue")).isVisible();
            visit.page().clock().fastForward(16 * MINUTE);
            assertThat(visit.page().locator(".notice")).containsText(ENDED);
            assertThat(promise(visit)).isHidden();
        }
    }

    @Test
    void anExpiredPagePromisesOnlyWhatIsThere() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).expect(CONFLICT).open("/consultation/new")) {
            visit.fill("What is troubling you?", "Knee").draft("Describe it", TYPED);
            expire(visit);
            visit.press("Send to the clinic");
            assertThat(visit.heading("This page has expired")).isVisible();
            assertThat(promise(visit)).isVisible();
            visit.link("Open the page again").click();
            assertThat(visit.field("Describe it")).hasValue(TYPED);
        }
        try (Visit office = Visit.of(People.administrator().email()).expect(CONFLICT)) {
            office.fill("First name", "Ivo");
            expire(office);
            office.press("Invite staff");
            assertThat(office.heading("This page has expired")).isVisible();
            assertThat(promise(office)).isHidden();
        }
    }

    private static void expire(Visit visit) {
        visit.page().evaluate("""
                () => document.querySelectorAll('[name="jakarta.faces.ViewState"]').forEach(field => {
                  field.value = '1.x' + field.value.slice(field.value.lastIndexOf('.'));
                })""");
    }

    @Test
    void everyPageLearnsThatThePersonHasSignedOut() {
        Person patient = People.patient();
        String thread = "/consultation/" + People.consultation(patient, "Seen by nobody else");
        try (Visit visit = Visit.of(patient.email()).open(thread)) {
            visit.fill("Message", "Look at this");
            visit.field("Photos").setInputFiles(PhotoFiles.photo("arm.jpg", Color.PINK));
            new Previews(visit).awaitReady(1);
            visit.press("Send");
            assertThat(visit.content()).containsText("Your message was sent.");
            String image = visit.content().locator(".images a").last().getAttribute("href");
            Page photo = tab(visit, image);
            Page typed = tab(visit, "/consultation/new");
            typed.waitForResponse(
                    answer -> answer.request().method().equals("PUT"),
                    () -> typed.getByLabel("Describe it").fill(TYPED));
            Page list = tab(visit, "/consultations");
            Page closing = tab(visit, thread);
            for (Page tab : new Page[] {photo, typed, list, closing}) {
                assertThat(tab.locator(".who")).containsText(patient.name());
            }
            visit.press("Sign out");
            for (Page tab : new Page[] {photo, typed, list, closing}) {
                tab.waitForURL(address -> address.contains("/sign-in"));
                assertThat(tab.locator("body")).not().containsText("Seen by nobody else");
                assertThat(tab.locator("body")).not().containsText(patient.name());
            }
        }
    }

    /** Staff's pages, of which some follow no changes: what is on them belongs to the session that has ended. */
    @Test
    void aPageOfTheFormerPersonIsReplacedWhenAnotherSignsIn() {
        Person administrator = People.administrator();
        Person next = People.administrator();
        try (Visit visit = Visit.of(administrator.email())) {
            Page approvals = tab(visit, "/approvals");
            Page people = tab(visit, "/people");
            people.getByLabel("First name").fill("Ivo");
            assertThat(approvals.locator(".who")).containsText(administrator.name());
            visit.open("/sign-in").signInHere(next.email(), People.PASSWORD);
            assertThat(visit.page().locator(".who")).containsText(next.name());
            assertThat(approvals.locator(".who")).containsText(next.name());
            assertThat(people.locator(".who")).containsText(next.name());
        }
    }

    @Test
    void aFormOfTheFormerPersonIsRefusedAndItsTextKeptForThem() {
        Person nurse = People.nurse(People.GENERAL);
        Person doctor = People.doctor(People.GENERAL);
        String id = People.consultation(People.patient(), "Two readers");
        People.take(id, nurse);
        String path = "/consultation/" + id;
        try (Visit visit = Visit.of(nurse.email()).expect(CONFLICT)) {
            // a page that hears nothing, as on a slow connection
            visit.page().routeWebSocket("**/live", socket -> {});
            visit.open(path).draft("Message", TYPED);
            Page other = tab(visit, "/sign-in");
            other.getByLabel("E-mail").fill(doctor.email());
            other.getByLabel("Password").fill(People.PASSWORD);
            other.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .click();
            assertThat(other.locator(".who")).containsText(doctor.name());
            visit.press("Send");
            assertThat(visit.heading("Nothing was sent")).isVisible();
            assertThat(visit.page().locator(".who")).containsText(doctor.name());
            assertThat(visit.content()).not().containsText(TYPED);
            assertThat(Records.messagesIn(id)).isEqualTo(1);

            visit.open("/sign-in").signInHere(nurse.email(), People.PASSWORD);
            assertThat(visit.page().locator(".who")).containsText(nurse.name());
            assertThat(visit.open(path).field("Message")).hasValue(TYPED);
        }
    }
}
