package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** Requests about accounts, and decisions on them, with a browser: in both languages, on any screen. */
class AccountRequestsBrowserIT {
    private static final List<Integer> WIDTHS = List.of(360, 1280);

    private final Person patient = People.patient();

    /** Looks at the page that is open, in both languages. */
    private static void look(Visit visit, String what) {
        String path = visit.path();
        for (String language : List.of("es", "en")) {
            visit.open("/language/" + language).open(path);
            for (int width : WIDTHS) {
                visit.width(width).screenshot("requests-" + what + "-" + language + "-" + width);
                org.assertj.core.api.Assertions.assertThat(visit.overflow())
                        .as("%s %s %d", what, language, width)
                        .isZero();
            }
            org.assertj.core.api.Assertions.assertThat(visit.barriers())
                    .as("%s %s", what, language)
                    .isEmpty();
        }
    }

    private static Locator row(Visit visit, Person person) {
        return visit.content()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(person.email()));
    }

    @Test
    void twoPeopleRemoveTheSecondFactorsOfAThird() {
        Records.change(
                "INSERT INTO passkey (public_id, account_id, user_handle, credential_id, credential_hash, public_key,"
                        + " sign_count, name, transports, backup_eligible, backed_up, created_at, version)"
                        + " SELECT ?, id, REPEAT('h', 32), 'id', SHA2(email, 256), 'key', 0, 'Lost phone', '', 1, 1,"
                        + " UTC_TIMESTAMP(6), 0 FROM account WHERE email = ?",
                People.id(),
                patient.email());
        Records.change(
                "UPDATE account SET failed_sign_ins = 100, forgiving_since = UTC_TIMESTAMP(6),"
                        + " locked_until = UTC_TIMESTAMP(6) + INTERVAL 30 MINUTE WHERE email = ?",
                patient.email());
        try (Visit administrator = Visit.of(People.administrator().email());
                Visit officer = Visit.of(People.privacyOfficer().email())) {
            administrator.open(administrator.searching("/people", patient.email()));
            row(administrator, patient).getByRole(AriaRole.LINK).click();
            assertThat(administrator.heading(patient.name())).isVisible();
            look(administrator, "person");
            administrator
                    .fill("How was the identity proved?", "Photo ID checked at the desk.")
                    .press("Request the removal");
            assertThat(administrator.notice()).containsText("has to approve it within 7 days");
            look(administrator, "person-requested");

            officer.open("/approvals");
            assertThat(row(officer, patient)).containsText("Photo ID checked at the desk.");
            look(officer, "approvals");
            row(officer, patient)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve"))
                    .click();
            assertThat(officer.notice()).containsText("Approved.");
            assertThat(row(officer, patient)).containsText("Takes effect:");
        }
    }

    /** At the node that asks for the password again soon. */
    @Test
    void theFormsAskForThePasswordOnceTheSignInIsLongAgo() {
        try (Visit administrator = Visit.at(Stand.get().secondNode().address())
                .signIn(People.administrator().email())) {
            administrator.open("/people");
            while (administrator.field("Present password").count() == 0) {
                administrator.page().waitForTimeout(2_000);
                administrator.open("/people");
            }
            look(administrator, "people-asked");
        }
    }

    @Test
    void somebodyMovesToAnotherAddress() {
        String another = People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@moved.example";
        try (Visit visit = Visit.of(patient.email())) {
            visit.open("/account");
            look(visit, "account");
            visit.link("Change name").click();
            visit.fill("Last name", "Renamed " + patient.lastName()).press("Save");
            assertThat(visit.notice()).hasText("Your name was changed.");
            visit.link("Change e-mail address").click();
            look(visit, "address");
            visit.fill("New e-mail address", another)
                    .fill("Password", People.PASSWORD)
                    .press("Send me a link");
            assertThat(visit.notice()).containsText("Almost done");
            visit.open("/confirm-address?token=" + Stand.get().mails().takeToken(another));
            look(visit, "confirm-address");
            visit.fill("Password", People.PASSWORD).press("Change the address");
            assertThat(visit.notice()).containsText("Your e-mail address was changed.");
            assertThat(visit.content()).containsText(another);
        }
    }

    @Test
    void somebodyAsksToCloseTheAccount() {
        try (Visit visit = Visit.of(patient.email());
                Visit administrator = Visit.of(People.administrator().email())) {
            visit.open("/account");
            visit.page().onceDialog(Dialog::dismiss);
            visit.press("Close my account");
            visit.page().onceDialog(Dialog::accept);
            visit.press("Close my account");
            assertThat(visit.notice()).hasText("The clinic was asked to close your account.");
            look(visit, "account-closing");
            administrator.open("/people");
            look(administrator, "people-closings");
            administrator.link(patient.name()).click();
            look(administrator, "person-closing");
            administrator.page().locator("[id='closing:answer']").fill("Please call us first.");
            administrator.press("Decline");
            assertThat(administrator.notice()).containsText("The account stays open.");
            assertThat(visit.open("/account").content()).containsText("Please call us first.");
        }
    }
}
