package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.VirtualAuthenticator;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** People sign in with a passkey of their browser: with nothing typed, or after their password. */
class PasskeyBrowserIT {
    private static final int PHONE = 360;

    private final Person patient = People.patient();

    @Test
    void aPasskeySignsInAloneAndAfterThePasswordUntilItIsRemoved() {
        try (Visit visit = Visit.of(patient.email())) {
            VirtualAuthenticator device = withoutAutofill(visit);
            add(visit);
            assertThat(device.passkeys()).isEqualTo(1);
            assertThat(Stand.get().mails().take(patient.email()).subject())
                    .isEqualTo("Your second step at sign-in was changed");

            visit.press("Sign out").leave("/account/passkeys");
            assertFit(visit, "sign-in with passkeys");
            visit.press("Sign in with a passkey").leave("/sign-in");
            assertThat(visit.heading("My consultations")).isVisible();

            visit.press("Sign out").leave("/consultations").signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.heading("One more step")).isVisible();
            assertFit(visit, "second step with passkeys");
            visit.press("Use a passkey").leave("/sign-in/code");
            assertThat(visit.heading("My consultations")).isVisible();

            visit.open("/account/passkeys");
            assertThat(visit.content()).containsText("Last used");
            visit.link("Change").click();
            visit.fill("Name", "My old phone").press("Save the name");
            assertThat(visit.heading("My old phone")).isVisible();
            visit.link("Change").click();
            visit.fill("Password", "wrong").press("Remove passkey");
            assertThat(visit.content()).containsText("This is not your present password.");
            assertFit(visit, "passkey removal refused");
            visit.fill("Password", People.PASSWORD).press("Remove passkey");
            assertThat(visit.notice()).hasText("The passkey was removed.");
            assertThat(visit.content()).containsText("You have no passkey yet.");

            visit.press("Sign out").leave("/account/passkeys");
            visit.press("Sign in with a passkey");
            assertThat(visit.alert()).containsText("This passkey was not accepted");
            visit.signInHere(patient.email(), People.PASSWORD);
            assertThat(visit.heading("My consultations")).isVisible();
        }
    }

    /** The authenticator chooses what the browser only offers, before anybody presses the button. */
    private static VirtualAuthenticator withoutAutofill(Visit visit) {
        visit.page().addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        return VirtualAuthenticator.of(visit);
    }

    /** The recovery codes come with the first one. */
    private static void add(Visit visit) {
        visit.open("/account/passkeys");
        assertFit(visit, "passkeys none");
        visit.fill("Name", "My phone").fill("Password", "wrong").press("Add a passkey");
        assertThat(visit.content()).containsText("This is not your present password.");
        assertThat(visit.field("Name")).hasValue("My phone");
        visit.fill("Password", People.PASSWORD).press("Add a passkey");
        assertThat(visit.heading("Your recovery codes")).isVisible();
        visit.link("Continue").click();
        assertThat(visit.heading("My phone")).isVisible();
        assertFit(visit, "passkeys one");
    }

    @Test
    void theBrowserOffersPasskeysInTheFieldForTheAddress() {
        try (Visit visit = Visit.of(patient.email())) {
            VirtualAuthenticator device = VirtualAuthenticator.of(visit);
            add(visit);
            visit.press("Sign out");
            // the only passkey is chosen
            assertThat(visit.heading("My consultations")).isVisible();
            assertThat(device.passkeys()).isEqualTo(1);
        }
    }

    @Test
    void whoDoesNotAgreeIsToldAndTriesAgain() {
        try (Visit visit = Visit.of(patient.email())) {
            visit.page()
                    .addInitScript("navigator.credentials.create = async () => {"
                            + " throw new DOMException('no', 'NotAllowedError'); };");
            visit.open("/account/passkeys").fill("Password", People.PASSWORD).press("Add a passkey");
            visit.press("Create the passkey");
            assertThat(visit.content()).containsText("No passkey was used.");
            assertFit(visit, "passkey not made");
            visit.press("Cancel");
            assertThat(visit.button("Add a passkey")).isVisible();
        }
    }

    /** At the node where privacy officers need a second factor. */
    @Test
    void whoNeedsASecondFactorMakesAPasskeyInsteadOfSettingUpAnApp() {
        Person officer = People.privacyOfficer();
        try (Visit visit = Visit.at(Stand.get().secondNode().address())) {
            VirtualAuthenticator device = withoutAutofill(visit);
            visit.open("/sign-in").signInHere(officer.email(), People.PASSWORD);
            assertThat(visit.heading("Set up a second step")).isVisible();
            assertFit(visit, "set up with passkeys");
            visit.press("Set up a passkey");
            assertThat(visit.heading("Your recovery codes")).isVisible();
            visit.link("Continue").click();
            assertThat(visit.heading("Privacy")).isVisible();
            assertThat(device.passkeys()).isEqualTo(1);

            visit.open("/account/passkeys").link("Change").click();
            visit.fill("Password", People.PASSWORD).press("Remove passkey");
            assertThat(visit.alert()).containsText("this is the last one");

            visit.press("Sign out").leave("/account/passkeys");
            visit.press("Sign in with a passkey");
            assertThat(visit.heading("Privacy")).isVisible();
        }
    }

    @Test
    void withoutScriptsTheRestWorks() {
        try (Visit visit = Visit.withoutScripts()) {
            visit.open("/sign-in");
            assertThat(visit.button("Sign in with a passkey")).isHidden();
            visit.signInHere(patient.email(), People.PASSWORD).leave("/sign-in").open("/account/passkeys");
            assertThat(visit.content()).containsText("Passkeys need a current browser with JavaScript.");
            visit.fill("Password", People.PASSWORD).press("Add a passkey");
            assertThat(visit.button("Create the passkey")).isHidden();
            visit.press("Cancel");
            assertThat(visit.button("Add a passkey")).isVisible();
        }
    }

    private static void assertFit(Visit visit, String what) {
        visit.width(PHONE).screenshot("passkey-" + what.replace(' ', '-'));
        assertThat(visit.barriers()).as("axe: " + what).isEmpty();
        assertThat(visit.overflow()).as("pixels too wide: " + what).isZero();
        visit.width(1280);
    }
}
