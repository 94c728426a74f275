package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating an account with something wrong in the form: the page says what, keeps the rest, and makes no account. */
class RegistrationBrowserIT {

    private static final String FILL_IN = "Please fill this in.";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("Last name", " ", FILL_IN + " If you have only one name, enter it here."),
                Arguments.of("First name", "x".repeat(81), "Please use up to 80 characters."),
                Arguments.of("Last name", "x".repeat(81), "Please use up to 80 characters."),
                Arguments.of("Date of birth", "", FILL_IN),
                Arguments.of("Date of birth", "2999-01-01", "This date is in the future."),
                Arguments.of("Date of birth", "1800-01-01", "This date is too far in the past."),
                Arguments.of("E-mail", "not-an-address", "This is not a valid e-mail address."),
                Arguments.of("Password", " ".repeat(15), "Spaces alone are not a password."),
                Arguments.of("Password", "fourteen chars", "Please use at least 15 characters."),
                Arguments.of("Password", "x".repeat(201), "Please use up to 200 characters."),
                Arguments.of("Password", "iloveyouiloveyou", "Many people use this password"),
                Arguments.of("Password", "inesitchinesitch", "This password contains your name or address"),
                Arguments.of("Password", "abcdefghijklmnop", "This password is easy to guess"),
                Arguments.of("Repeat password", "something else entirely", "The passwords don’t match."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsToldAtItsField(String label, String value, String why) {
        String email = email();
        try (Visit visit = Visit.start()) {
            fillIn(visit, email);
            leaveChecksToTheServer(visit);
            visit.fill(label, value);
            if (label.equals("Password")) {
                visit.fill("Repeat password", value);
            }
            visit.press("Create account");
            assertThat(visit.field(label)).hasAttribute("aria-invalid", "true");
            assertThat(visit.content().locator(".error").filter(with(why))).hasCount(1);
            if (!label.equals("First name")) {
                assertThat(visit.field("First name")).hasValue("Ines");
            }
        }
        assertThat(Records.registrations(email)).isZero();
    }

    @Test
    void whoDoesNotAgreeHasNoAccount() {
        String email = email();
        try (Visit visit = Visit.start()) {
            fillIn(visit, email);
            leaveChecksToTheServer(visit);
            visit.field("I have read the privacy notice and agree").uncheck();
            visit.press("Create account");
            assertThat(visit.content()).containsText("To create an account, you need to agree.");
        }
        assertThat(Records.registrations(email)).isZero();
    }

    /** The page says the same as for a new address; the owner of the account learns of it by a letter. */
    @Test
    void anAddressHasOneAccountHoweverItIsWritten() {
        String email = People.patient().email();
        try (Visit visit = Visit.start()) {
            fillIn(visit, email.toUpperCase(Locale.ROOT));
            visit.press("Create account");
            assertThat(visit.notice()).containsText("we have sent you an e-mail");
        }
        assertThat(Stand.get().mails().take(email, "You have an account already"))
                .isNotNull();
        assertThat(Records.accounts(email)).isEqualTo(1);
    }

    /** The browser's own checks would speak before those of the server. */
    private static void leaveChecksToTheServer(Visit visit) {
        visit.page().locator("form#register").evaluate("form => { form.noValidate = true; }");
    }

    private static void fillIn(Visit visit, String email) {
        visit.open("/register")
                .fill("First name", "Ines")
                .fill("Last name", "Itch")
                .fill("Date of birth", "1990-02-03")
                .fill("E-mail", email)
                .fill("Password", People.PASSWORD)
                .fill("Repeat password", People.PASSWORD);
        visit.field("I have read the privacy notice and agree").check();
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String email() {
        return People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@example.org";
    }
}
