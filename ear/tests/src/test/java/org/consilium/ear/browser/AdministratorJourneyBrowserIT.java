package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator finds people, lets them in and keeps them out. */
@Tag("quick")
class AdministratorJourneyBrowserIT {

    private static final String WRONG = "E-mail or password is wrong.";
    private static final int FREE_FAILURES = 100;

    @Test
    void whoIsInvitedOpensTheLinkAndWorks() {
        String email = People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@example.org";
        try (Visit administrator = Visit.of(People.administrator().email());
                Visit officer = Visit.start();
                Visit invited = Visit.start()) {
            administrator
                    .fill("E-mail", email)
                    .fill("First name", "Ivo")
                    .fill("Last name", "Invited")
                    .choose("Role", "Doctor")
                    .choose("Team", "Skin")
                    .press("Invite staff");
            assertThat(administrator.notice()).containsText("The invitation is sent when another administrator");
            administrator.screenshot("people-invited");

            officer.signIn(People.privacyOfficer().email()).open("/approvals");
            Locator row = officer.content()
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText(email));
            assertThat(row).containsText("Proposed by Alba");
            officer.screenshot("approvals");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(officer.notice()).hasText("The invitation was sent by e-mail. It is valid for 7 days.");
            String link = "/invitation?token=" + Stand.get().mails().takeToken(email);

            invited.open(link);
            assertThat(invited.content()).containsText("Welcome, Ivo Invited");
            choosePassword(invited, "too short", "too short");
            assertThat(invited.content()).containsText("Please use at least 15 characters.");
            choosePassword(invited, "correct horse battery", "correct horse batterie");
            assertThat(invited.content()).containsText("The passwords don’t match.");
            choosePassword(invited, "correct horse battery", "correct horse battery");
            assertThat(invited.notice()).hasText("Your account is active. Sign in to begin.");
            invited.signInHere(email, "correct horse battery");
            assertThat(invited.heading("Queue")).isVisible();

            invited.open(link);
            assertThat(invited.alert()).containsText("This invitation is no longer valid.");
            assertThat(administrator
                            .open(administrator.searching("/people", email))
                            .content())
                    .containsText("Active");
        }
    }

    private static void choosePassword(Visit invited, String password, String repeated) {
        invited.fill("Password", password).fill("Repeat password", repeated).press("Activate my account");
    }

    @Test
    void aClinicianIsInvitedIntoATeamAndNobodyTwice() {
        Person known = People.patient();
        try (Visit administrator = Visit.of(People.administrator().email())) {
            administrator
                    .fill("E-mail", known.email())
                    .fill("First name", "Ivo")
                    .fill("Last name", "Invited")
                    .choose("Role", "Nurse")
                    .press("Invite staff");
            assertThat(administrator.content()).containsText("Choose the team this person will work on.");
            administrator.choose("Team", "Skin").press("Invite staff");
            assertThat(administrator.content()).containsText("An account with this e-mail address already exists.");
            assertThat(administrator.field("First name")).hasValue("Ivo");
        }
        org.assertj.core.api.Assertions.assertThat(Records.accounts(known.email()))
                .isEqualTo(1);
    }

    @Test
    void whoIsDisabledIsOutAndComesBackWhenEnabled() {
        Person nurse = People.nurse(People.GENERAL);
        try (Visit administrator = Visit.of(People.administrator().email());
                Visit other = Visit.start()) {
            find(administrator, nurse);
            assertThat(rows(administrator)).hasCount(1);
            administrator.page().onceDialog(Dialog::dismiss);
            row(administrator, nurse)
                    .getByRole(AriaRole.BUTTON, named("Disable"))
                    .click();
            assertThat(row(administrator, nurse)).containsText("Active");
            administrator.page().onceDialog(Dialog::accept);
            row(administrator, nurse)
                    .getByRole(AriaRole.BUTTON, named("Disable"))
                    .click();
            assertThat(administrator.notice()).hasText("The account is disabled.");

            other.open("/sign-in").signInHere(nurse.email(), People.PASSWORD);
            assertThat(other.alert()).hasText(WRONG);

            find(administrator, nurse);
            assertThat(row(administrator, nurse)).containsText("Disabled");
            row(administrator, nurse)
                    .getByRole(AriaRole.BUTTON, named("Enable"))
                    .click();
            assertThat(administrator.notice()).hasText("The account is enabled.");
            other.signInHere(nurse.email(), People.PASSWORD);
            assertThat(other.heading("Queue")).isVisible();
        }
    }

    @Test
    void afterVeryManyWrongPasswordsTheRightOneHelpsOnlyWhenUnlocked() {
        Person doctor = People.doctor(People.GENERAL);
        try (Visit administrator = Visit.of(People.administrator().email());
                Visit locked = Visit.start()) {
            Records.change(
                    "UPDATE account SET failed_sign_ins = ?, forgiving_since = UTC_TIMESTAMP(6) WHERE email = ?",
                    FREE_FAILURES - 1,
                    doctor.email());
            org.assertj.core.api.Assertions.assertThat(
                            Visitors.signIn(Visitors.anonymous(), doctor.email(), "wrong password")
                                    .body())
                    .contains(WRONG);
            locked.open("/sign-in").signInHere(doctor.email(), People.PASSWORD);
            assertThat(locked.alert()).hasText(WRONG);
            assertThat(locked.field("E-mail")).hasValue(doctor.email());
            assertThat(locked.field("Password")).hasValue("");

            find(administrator, doctor);
            assertThat(row(administrator, doctor)).containsText("Locked after too many wrong passwords");
            administrator.screenshot("people-locked");
            row(administrator, doctor)
                    .getByRole(AriaRole.LINK, named("Details"))
                    .click();
            administrator.press("Unlock");
            assertThat(administrator.content()).containsText("Please");
            administrator
                    .screenshot("person-locked")
                    .fill("Reason", "Called us")
                    .press("Unlock");
            assertThat(administrator.notice()).hasText("The account is unlocked.");
            locked.signInHere(doctor.email(), People.PASSWORD);
            assertThat(locked.heading("Queue")).isVisible();
        }
    }

    @Test
    void anAdministratorSeesAccountsAndNothingOfWhatPeopleWrite() {
        Person patient = People.patient();
        String title = "Secret of a patient " + People.id();
        String id = People.consultation(patient, title);
        try (Visit administrator = Visit.of(People.administrator().email()).expect(404)) {
            find(administrator, patient);
            assertThat(row(administrator, patient)).containsText("Patient");
            assertThat(administrator.page().locator("body")).not().containsText(title);
            administrator.open("/consultation/" + id);
            assertThat(administrator.heading("Page not found")).isVisible();
        }
    }

    private static void find(Visit administrator, Person person) {
        administrator
                .open("/people")
                .fill("Search by name or e-mail", person.lastName())
                .press("Search");
        assertThat(row(administrator, person)).isVisible();
    }

    private static Locator rows(Visit administrator) {
        return administrator.content().getByRole(AriaRole.LISTITEM);
    }

    private static Locator row(Visit administrator, Person person) {
        return rows(administrator).filter(new Locator.FilterOptions().setHasText(person.email()));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
