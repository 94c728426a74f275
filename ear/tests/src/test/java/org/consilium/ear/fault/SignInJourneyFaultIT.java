package org.consilium.ear.fault;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.consilium.ear.stand.AuthenticatorApp;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.VirtualAuthenticator;
import org.consilium.ear.stand.Visit;
import org.consilium.local.mail.Letter;
import org.consilium.local.node.Node;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On three nodes, people get an account, sign in by all the ways that there are, lose them, get back in, and finish on
 * another device what the end of their session has interrupted. Nothing that is only theirs gets where others see it.
 */
class SignInJourneyFaultIT {
    /** In everything that only the person and the clinic may read. */
    private static final String MARKER = "Seedmarker";

    private static final String PASSWORD = "forty two " + MARKER + " umbrellas";
    private static final String TYPED = "My knee still hurts, says " + MARKER;
    private static final String SUBJECT_OF_FACTOR = "Your second step at sign-in was changed";
    private static final Duration MORE_THAN_ANY_SESSION = Duration.ofMinutes(25);
    private static final int MEGABYTE = 1024 * 1024;

    private final Cluster cluster = Cluster.whole();
    private final List<String> addresses = new ArrayList<>();
    private final String email = MARKER.toLowerCase(Locale.ROOT) + '.'
            + People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@example.org";

    @TempDir
    private Path folder;

    /** The second factors of a person. */
    private record Factors(AuthenticatorApp app, List<String> recoveryCodes) {}

    @Test
    void aPatientWritesOnWhateverGetsLost() throws IOException {
        Factors factors;
        String consultation;
        try (Visit phone = visit()) {
            register(phone);
            phone.signInHere(email, PASSWORD);
            assertThat(phone.heading("My consultations")).isVisible();
            factors = addFactors(phone);
            signInWithEach(phone, factors, "My consultations");
            consultation = submit(phone);
        }
        interrupted(factors, consultation, "My consultations");
        sentElsewhere(factors, consultation, "My consultations");
        assertNothingToldOf();
    }

    @Test
    void aNurseToo() throws IOException {
        String consultation = People.consultation(People.patient(), "Knee");
        Factors factors;
        try (Visit office = visit();
                Visit phone = visit()) {
            invite(office, phone);
            phone.signInHere(email, PASSWORD);
            assertThat(phone.heading("Queue")).isVisible();
            factors = addFactors(phone);
            signInWithEach(phone, factors, "Queue");
            phone.open("/consultation/" + consultation).press("Take this consultation");
            assertThat(phone.notice()).hasText("The consultation is yours.");
        }
        interrupted(factors, consultation, "Queue");
        sentElsewhere(factors, consultation, "Queue");
        assertNothingToldOf();
    }

    private Visit visit() {
        Visit visit = Visit.at(cluster.balancer().address());
        visit.context().onRequest(this::note);
        // the authenticator chooses what the browser only offers, before anybody presses the button
        visit.page().addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        return visit;
    }

    private synchronized void note(Request request) {
        addresses.add(request.url());
    }

    private void register(Visit phone) {
        phone.open("/register")
                .fill("First name", "Sera")
                .fill("Last name", MARKER)
                .fill("Date of birth", "1990-02-03")
                .fill("E-mail", email)
                .fill("Password", PASSWORD)
                .fill("Repeat password", PASSWORD);
        phone.field("I have read the privacy notice and agree").check();
        phone.press("Create account");
        assertThat(phone.notice()).containsText("we have sent you an e-mail");
        phone.open("/confirm?token=" + told("Confirm your e-mail address").token());
        phone.fill("Password", PASSWORD).press("Confirm my address");
        assertThat(phone.notice()).hasText("Your address is confirmed. Sign in to begin.");
    }

    private void invite(Visit office, Visit phone) {
        office.signIn(People.administrator().email())
                .open("/people")
                .fill("E-mail", email)
                .fill("First name", "Sera")
                .fill("Last name", MARKER)
                .choose("Role", "Nurse")
                .choose("Team", "General care")
                .press("Invite staff");
        assertThat(office.notice()).containsText("The invitation is sent when another administrator");
        office.signIn(People.privacyOfficer().email()).open("/approvals");
        office.content()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(email))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(office.notice()).hasText("The invitation was sent by e-mail. It is valid for 7 days.");
        phone.open("/invitation?token=" + told("Your Consilium account").token());
        phone.fill("Password", PASSWORD).fill("Repeat password", PASSWORD).press("Activate my account");
        assertThat(phone.notice()).hasText("Your account is active. Sign in to begin.");
    }

    private Factors addFactors(Visit phone) {
        VirtualAuthenticator device = VirtualAuthenticator.of(phone);
        phone.open("/account/passkeys").fill("Password", PASSWORD).press("Add a passkey");
        assertThat(phone.heading("Your recovery codes")).isVisible();
        List<String> codes = phone.content().locator("#recovery-codes code").allInnerTexts();
        phone.screenshot("access-1-recovery-codes").link("Continue").click();
        assertThat(phone.heading("Passkeys")).isVisible();
        assertThat(device.passkeys()).isEqualTo(1);
        told(SUBJECT_OF_FACTOR);

        phone.open("/account/second-factor").link("Set up an authenticator app").click();
        assertThat(phone.content().locator(".qr")).isVisible();
        AuthenticatorApp app = AuthenticatorApp.of(phone.page().content());
        phone.fill("Code", app.code(-1))
                .fill("Password", PASSWORD)
                .screenshot("access-2-app")
                .press("Turn on");
        assertThat(phone.notice()).hasText("The authenticator app is set up. Your recovery codes stay the same.");
        told(SUBJECT_OF_FACTOR);
        return new Factors(app, codes);
    }

    private void signInWithEach(Visit phone, Factors factors, String home) {
        phone.open("/account").press("Sign out").press("Sign in with a passkey");
        assertThat(phone.heading(home)).isVisible();

        phone.press("Sign out").leave("/consultations").open("/sign-in").signInHere(email, PASSWORD);
        assertThat(phone.heading("One more step")).isVisible();
        phone.fill("Code", factors.app().code(0)).press("Sign in");
        assertThat(phone.heading(home)).isVisible();
    }

    private static String submit(Visit phone) {
        phone.open("/consultation/new")
                .fill("What is troubling you?", "Knee of " + MARKER)
                .fill("Describe it", TYPED)
                .choose("Where on the body", "Leg")
                .choose("How bad is it?", "Moderate")
                .press("Send to the clinic");
        return phone.consultation();
    }

    /** With a borrowed device and a recovery code, in the middle of a message with two photos. */
    private void interrupted(Factors factors, String consultation, String home) throws IOException {
        try (Visit borrowed = visit()) {
            signInByCode(borrowed, factors.recoveryCodes().get(0), home);
            told("You signed in on a new device");
            borrowed.page().clock().install();
            borrowed.open("/consultation/" + consultation).fill("Message", TYPED);
            Previews previews = new Previews(borrowed);
            borrowed.field("Photos").setInputFiles(PhotoFiles.photo("small.jpg", Color.BLUE));
            previews.awaitReady(1);
            List<Route> held = new ArrayList<>();
            borrowed.page().route("**/incoming/**", route -> {
                if (held.isEmpty() && route.request().url().contains("partNumber=1")) {
                    route.resume();
                } else {
                    held.add(route);
                }
            });
            borrowed.field("Photos").setInputFiles(large());
            borrowed.page().waitForCondition(() -> !held.isEmpty());
            borrowed.screenshot("access-3-half-sent");
            borrowed.page().clock().fastForward(MORE_THAN_ANY_SESSION.toMillis());
            borrowed.leave("/consultation/" + consultation);
            assertThat(borrowed.content()).containsText("Your session has ended.");
            assertThat(borrowed.page().content()).doesNotContain(MARKER);
            borrowed.screenshot("access-4-ended");
        }
    }

    private void sentElsewhere(Factors factors, String consultation, String home) throws IOException {
        try (Visit other = visit()) {
            signInByCode(other, factors.recoveryCodes().get(1), home);
            other.open("/consultation/" + consultation);
            assertThat(other.field("Message")).hasValue(TYPED);
            Previews previews = new Previews(other);
            assertThat(previews.of("Photo 1")).containsText("Ready to send");
            assertThat(previews.of("large.jpg")).containsText("Not sent completely.");
            other.screenshot("access-5-another-device");
            other.field("Photos").setInputFiles(large());
            previews.awaitReady(2);
            other.press("Send");
            assertThat(other.notice()).hasText("Your message was sent.");
            ThreadPhotos.photos(other, 2);
            assertThat(Records.messagesIn(consultation)).isEqualTo(2);
            assertThat(other.field("Message")).hasValue("");
        }
    }

    private void signInByCode(Visit visit, String code, String home) {
        visit.open("/sign-in").signInHere(email, PASSWORD);
        assertThat(visit.heading("One more step")).isVisible();
        visit.fill("Code", code).press("Sign in");
        assertThat(visit.heading(home)).isVisible();
    }

    private Path large() throws IOException {
        byte[] photo = SamplePhotos.disc(800, 600, Color.GREEN);
        return Files.write(folder.resolve("large.jpg"), Arrays.copyOf(photo, 24 * MEGABYTE));
    }

    private void assertNothingToldOf() {
        assertThat(addresses).isNotEmpty().noneMatch(SignInJourneyFaultIT::tells);
        assertThat(cluster.nodes().stream().map(Node::lines))
                .allSatisfy(lines -> assertThat(lines).isNotEmpty().noneMatch(SignInJourneyFaultIT::tells));
    }

    /** The letter with this subject, which has nothing else of the person than the address that it goes to. */
    private Letter told(String subject) {
        Letter letter = Stand.get().mails().take(email, subject);
        assertThat(List.of(letter.subject(), letter.text(), letter.html())).noneMatch(SignInJourneyFaultIT::tells);
        return letter;
    }

    private static boolean tells(String text) {
        return text.toLowerCase(Locale.ROOT).contains(MARKER.toLowerCase(Locale.ROOT));
    }
}
