package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** Where one was and what one had typed stays over a change of the language, a step in a list, and a reload. */
class AddressBrowserIT {

    @Test
    void anotherLanguageKeepsWhatIsTypedAndWhereItLeads() {
        Person patient = People.patient();
        try (Visit visit = Visit.start().open("/consultation/new")) {
            visit.page()
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK)
                    .last()
                    .click(); // to register
            visit.fill("First name", "Inés").fill("Date of birth", "1990-02-03").fill("Password", "a secret password");
            spanish(visit);
            assertThat(visit.field("Nombre")).hasValue("Inés");
            assertThat(visit.field("Fecha de nacimiento")).hasValue("1990-02-03");
            assertThat(visit.page().locator("input[type=password]").first()).hasValue("");
            org.assertj.core.api.Assertions.assertThat(visit.page().evaluate("() => sessionStorage.length"))
                    .as("what was taken along is not kept")
                    .isEqualTo(0);
            visit.content().getByRole(AriaRole.LINK).last().click(); // to sign in
            visit.page().locator("#signin input[inputmode=email]").fill(patient.email());
            english(visit);
            assertThat(visit.field("E-mail")).hasValue(patient.email());
            visit.fill("Password", People.PASSWORD).press("Sign in");
            assertThat(visit.heading("New consultation")).isVisible();
        }
    }

    @Test
    void anotherLanguageKeepsAFormAndASearchOfThoseWhoHaveSignedIn() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(People.administrator().email())) {
            visit.open(visit.searching("/people", patient.lastName()))
                    .fill("First name", "Ivo")
                    .choose("Role", "Doctor");
            spanish(visit);
            assertThat(visit.page().locator("[id='invite:firstName']")).hasValue("Ivo");
            assertThat(visit.page().locator("[id='invite:role']")).hasValue("DOCTOR");
            assertThat(visit.page().locator("#search")).hasValue(patient.lastName());
            assertThat(visit.page().locator("#people li")).hasCount(1);
        }
        String id = People.consultation(patient, "Two languages");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", "Half a sent");
            spanish(visit);
            assertThat(visit.page().locator("[id='reply:message']")).hasValue("Half a sent");
        }
    }

    private static void spanish(Visit visit) {
        visit.page().locator("a[hreflang=es]").click();
        assertThat(visit.page().locator("html")).hasAttribute("lang", "es");
    }

    private static void english(Visit visit) {
        visit.page().locator("a[hreflang=en]").click();
        assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void aStepInAListKeepsTheSearchAndThePlace() {
        Person nurse = People.nurse(People.GENERAL);
        try (Visit visit = Visit.of(People.administrator().email())) {
            visit.open(visit.searching("/people", nurse.lastName()));
            for (String step : List.of("Disable", "Enable")) {
                visit.page().onceDialog(Dialog::accept);
                visit.page()
                        .locator("#people button", new com.microsoft.playwright.Page.LocatorOptions().setHasText(step))
                        .click();
                assertThat(visit.notice()).containsText("The account is");
                assertThat(visit.page().locator("#search")).hasValue(nurse.lastName());
                assertThat(visit.page().locator("#people li")).hasCount(1);
                assertThat(visit.page().locator("li:target")).containsText(nurse.email());
            }
        }
    }

    @Test
    void reloadingSendsNothingAgain() {
        String email = People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@example.org";
        try (Visit visit = Visit.of(People.administrator().email())) {
            invite(visit, email);
            assertThat(visit.notice()).containsText("The invitation is sent when another administrator");
            assertReloadSendsNothing(visit);
            assertThat(visit.notice()).hasCount(0);
            invite(visit, email);
            assertThat(visit.content()).containsText("An account with this e-mail address already exists.");
            assertReloadSendsNothing(visit);
        }
        org.assertj.core.api.Assertions.assertThat(Records.accounts(email)).isEqualTo(1);
        Person patient = People.patient();
        try (Visit visit = Visit.start().open("/sign-in").signInHere(patient.email(), "wrong password")) {
            assertThat(visit.alert()).hasText("E-mail or password is wrong.");
            assertReloadSendsNothing(visit);
            visit.signIn(patient.email()).open("/consultation/new").press("Send to the clinic");
            assertThat(visit.content().locator(".error").first()).isVisible();
            assertReloadSendsNothing(visit);
        }
    }

    private static void invite(Visit visit, String email) {
        visit.fill("E-mail", email)
                .fill("First name", "Ivo")
                .fill("Last name", "Invited")
                .choose("Role", "Administrator")
                .press("Invite staff");
    }

    private static void assertReloadSendsNothing(Visit visit) {
        List<String> methods = new CopyOnWriteArrayList<>();
        visit.page().onRequest(request -> note(request, methods));
        visit.page().reload();
        org.assertj.core.api.Assertions.assertThat(methods).isNotEmpty().doesNotContain("POST");
    }

    private static void note(Request request, List<String> methods) {
        if (request.isNavigationRequest()) {
            methods.add(request.method());
        }
    }

    @Test
    void aLinkFromElsewhereConfirmsNothing() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email())) {
            for (String link :
                    List.of("/consultations?done=signed-out", "/sign-in?done=signed-out", "/?done=submitted")) {
                visit.open(link);
                assertThat(visit.content()).isVisible();
                assertThat(visit.notice()).hasCount(0);
            }
        }
    }

    @Test
    void aPageThatIsNotFoundLeadsOn() {
        String foreign = People.consultation(People.patient(), "Not yours");
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).expect(404).open("/consultation/" + foreign)) {
            assertThat(visit.content()).containsText("You are signed in as " + patient.name());
            visit.link("Back to the home page").click();
            assertThat(visit.heading("My consultations")).isVisible();
            visit.open("/consultations/");
            assertThat(visit.heading("My consultations")).isVisible();
            org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/consultations");
        }
    }
}
