package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One computer, several people: whoever signs in is judged by what they typed, and takes over nothing. */
class SignInOverIT {

    private static final int CONFLICT = 409;
    private static final String REFUSED = "Somebody else was signed in when this page was opened.";

    private final Person former = People.nurse(People.GENERAL);
    private final HttpVisit computer = Visitors.signedIn(former.email());
    private final HttpVisit copy = computer.copy();

    private static String email() {
        return People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@shared.example";
    }

    private void assertFormerSessionIsOver() {
        for (URI node : new URI[] {
            Stand.get().node().address(), Stand.get().secondNode().address()
        }) {
            assertThat(copy.ledTo(node).get("/queue").isSignIn())
                    .as("at %s", node)
                    .isTrue();
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndChangesNothing() {
        Person next = People.doctor(People.GENERAL);
        Answer answer = Visitors.signIn(computer, next.email(), "wrong-password-1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("E-mail or password is wrong.");
        assertThat(computer.get("/queue").body()).contains(former.name());
        assertThat(copy.get("/queue").isPage()).isTrue();
    }

    @Test
    void theRightPasswordEndsTheFormerSessionEverywhere() {
        Person next = People.doctor(People.GENERAL);
        String id = computer.cookie("JSESSIONID");
        assertThat(Visitors.signIn(computer, next.email(), People.PASSWORD).location())
                .endsWith("/queue");
        assertThat(computer.cookie("JSESSIONID")).isNotEqualTo(id);
        assertThat(computer.get("/queue").body()).contains(next.name()).doesNotContain(former.name());
        assertFormerSessionIsOver();
    }

    @Test
    void somebodyOfAnotherRoleAndTheSamePersonGetANewSessionToo() {
        Person patient = People.patient();
        assertThat(Visitors.signIn(computer, patient.email(), People.PASSWORD).location())
                .endsWith("/consultations");
        assertFormerSessionIsOver();
        HttpVisit before = computer.copy();
        assertThat(Visitors.signIn(computer, patient.email(), People.PASSWORD).isDone())
                .isTrue();
        assertThat(before.get("/consultations").isSignIn()).isTrue();
        assertThat(computer.get("/consultations").body()).contains(patient.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/queue", "/", "/privacy-notice", "/sign-in", "/register", "/consultations", "/no/such/page"})
    void everyPageSaysWhoIsSignedIn(String path) {
        assertThat(computer.get(path).body()).contains("<bdi class=\"typed\">" + former.name() + "</bdi>");
    }

    @Test
    void anAcceptedInvitationEndsTheSessionOfTheBrowser() {
        Person invited = People.nurse(People.GENERAL);
        String token = People.id() + People.id();
        Records.change(
                "UPDATE account SET status = 'INVITED', password_hash = NULL, invitation_hash = ?,"
                        + " invitation_expires_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL 1 DAY) WHERE email = ?",
                sha256(token),
                invited.email());
        computer.get("/invitation?token=" + token);
        HtmlForm form = HtmlForm.in(computer.get("/invitation").body(), "accept")
                .with("password", People.PASSWORD)
                .with("repeated", People.PASSWORD);
        assertThat(computer.post("/invitation", form).location()).contains("done=accepted");
        assertFormerSessionIsOver();
        assertThat(Visitors.signIn(computer, invited.email(), People.PASSWORD).isDone())
                .isTrue();
        assertThat(computer.get("/queue").body()).contains(invited.name());
    }

    @Test
    void aRegistrationEndsTheSessionOfTheBrowser() {
        String email = email();
        assertThat(computer.post("/register", RegistrationForm.of(computer, email))
                        .location())
                .contains("done=registered");
        assertFormerSessionIsOver();
        assertThat(RegistrationForm.confirm(computer, Stand.get().mails().take(email), People.PASSWORD)
                        .location())
                .contains("done=confirmed");
        assertThat(Visitors.signIn(computer, email, People.PASSWORD).location()).endsWith("/consultations");
    }

    /** Also a search, signing out, and a page that the next person may not open. */
    @Test
    void aFormThatWasShownToSomebodyElseIsRefused() {
        String consultation = People.consultation(People.patient(), "Shown to one");
        String path = "/consultation/" + consultation;
        HtmlForm note = HtmlForm.in(computer.get(path).body(), "note").with("text", "A note by the nurse");
        HtmlForm search = HtmlForm.empty().withParameter("text", "x").withParameter("shown-to", shownTo(note));
        HtmlForm out = HtmlForm.empty().withParameter("shown-to", shownTo(note));

        Person doctor = People.doctor(People.GENERAL);
        Visitors.signIn(computer, doctor.email(), People.PASSWORD);
        assertRefused(computer.post(path, note), doctor);
        assertRefused(computer.post("/search/queue", search), doctor);
        assertRefused(computer.post("/sign-out", out), doctor);
        assertThat(computer.get("/queue").body()).contains(doctor.name());

        Person patient = People.patient();
        Visitors.signIn(computer, patient.email(), People.PASSWORD);
        assertRefused(computer.post(path, note), patient);
        assertRefused(computer.post("/search/queue", search), patient);
        assertThat(Records.notesIn(consultation)).isZero();
    }

    @Test
    void aPhotoOfSomebodyElsesPageIsRefused() {
        HttpVisit patient = Visitors.signedIn(People.patient().email());
        Answer answer = patient.post("/photos", "{}".getBytes(StandardCharsets.UTF_8), "Shown-To", People.id());
        assertThat(answer.status()).isEqualTo(CONFLICT);
        assertThat(answer.body()).contains(REFUSED);
    }

    private static String shownTo(HtmlForm form) {
        String[] value = form.body().split("shown-to=", 2);
        assertThat(value).hasSize(2);
        return value[1].split("&", 2)[0];
    }

    private static void assertRefused(Answer answer, Person sender) {
        assertThat(answer.status()).isEqualTo(CONFLICT);
        assertThat(answer.body()).contains(REFUSED, sender.name());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
