package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** People change the e-mail address of their account: the new one is proved, and the old one is told. */
class AddressChangeIT {
    private static final String PAGE = "/account/address";
    private static final String CONFIRM = "/confirm-address";
    private static final String REQUESTED = "Another e-mail address was asked for";
    private static final String CHANGED = "Your e-mail address was changed";
    private static final String OVER = "This link is no longer valid";
    private static final String WRONG = "This is not your present password.";

    private final SentMails mails = Stand.get().mails();
    private final Person patient = People.patient();
    private final HttpVisit here = Visitors.signedIn(patient.email());
    private final String another = email();

    private static String email() {
        return People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@moved.example";
    }

    private HtmlForm form(String email) {
        return HtmlForm.in(here.get(PAGE).body(), "change").with("email", email).with("password", People.PASSWORD);
    }

    private String requested() {
        assertThat(here.post(PAGE, form(another)).location()).endsWith("/account?done=address-requested");
        assertThat(mails.take(patient.email(), REQUESTED)).isNotNull();
        return mails.takeToken(another);
    }

    private static void open(HttpVisit visit, String token) {
        assertThat(visit.get(CONFIRM + "?token=" + token).location()).isEqualTo(CONFIRM);
    }

    private static Answer confirm(HttpVisit visit, String password) {
        return visit.post(
                CONFIRM, HtmlForm.in(visit.get(CONFIRM).body(), "confirm").with("password", password));
    }

    private static boolean signsIn(String email) {
        return Visitors.signIn(Visitors.anonymous(), email, People.PASSWORD).isDone();
    }

    @Test
    void theNewAddressIsProvedWhileSignedIn() {
        HttpVisit elsewhere = Visitors.signedIn(patient.email());
        String token = requested();
        assertThat(Visitors.page(here, "/account").text()).contains(patient.email());
        assertThat(signsIn(another)).isFalse();
        assertThat(signsIn(patient.email())).as("it is as it was").isTrue();

        open(here, token);
        assertThat(confirm(here, "wrong").body()).contains(WRONG);
        assertThat(confirm(here, People.PASSWORD).location()).endsWith("/account?done=address-changed");
        assertThat(mails.take(patient.email(), CHANGED)).isNotNull();
        assertThat(Visitors.page(here, "/account").text()).contains(another).doesNotContain(patient.email());
        assertThat(elsewhere.get("/consultations").location()).contains("/sign-in");
        assertThat(signsIn(another)).isTrue();
        assertThat(signsIn(patient.email())).isFalse();
    }

    /** The link works once, and signs nobody in. */
    @Test
    void theNewAddressIsProvedOnAnotherDevice() {
        String token = requested();
        HttpVisit phone = Visitors.anonymous();
        open(phone, token);
        assertThat(confirm(phone, People.PASSWORD).location()).endsWith("/sign-in?done=address-changed");
        assertThat(phone.get("/consultations").location()).contains("/sign-in");
        assertThat(here.get("/consultations").location()).contains("/sign-in");

        HttpVisit again = Visitors.anonymous();
        open(again, token);
        assertThat(again.get(CONFIRM).body()).contains(OVER);
    }

    /** Programs that look at letters open their links. */
    @Test
    void openingTheLinkChangesNothing() {
        HttpVisit scanner = Visitors.anonymous();
        open(scanner, requested());
        assertThat(scanner.get(CONFIRM).body()).contains(another);
        assertThat(Records.accounts(another)).isZero();
    }

    @Test
    void theTokenIsNotStoredAsItIs() {
        String token = requested();
        assertThat(Records.number("SELECT COUNT(*) FROM address_change WHERE token_hash = ?", token))
                .isZero();
        assertThat(Records.number("SELECT COUNT(*) FROM address_change WHERE token_hash = SHA2(?, 256)", token))
                .isEqualTo(1);
        assertThat(Stand.get().node().lines()).noneMatch(line -> line.contains(token));
    }

    @Test
    void anAddressWithAnAccountGetsTheSameAnswer() {
        Person other = People.patient();
        Answer taken = here.post(PAGE, form(other.email()));
        assertThat(taken.location()).endsWith("/account?done=address-requested");
        assertThat(mails.take(patient.email(), REQUESTED)).isNotNull();
        assertThat(mails.take(other.email()).subject()).isEqualTo("This address has an account already");
        Answer free = here.post(PAGE, form(another));
        assertThat(free.location()).isEqualTo(taken.location());
        assertThat(Jsoup.parse(here.get(free.location()).body())
                        .select("[role=status].done")
                        .text())
                .startsWith("Almost done: we have sent an e-mail to the new address.");
        assertThat(signsIn(other.email())).isTrue();
    }

    @Test
    void anAddressThatGotAnAccountMeanwhileIsNotTaken() {
        String token = requested();
        Records.change(
                "UPDATE account SET email = ? WHERE email = ?",
                another,
                People.patient().email());
        open(here, token);
        assertThat(confirm(here, People.PASSWORD).body()).contains("Another account has this address now");
        assertThat(signsIn(patient.email())).isTrue();
    }

    @Test
    void theFormSaysWhyAnAddressIsRefused() {
        assertThat(here.post(PAGE, form(another).with("password", "wrong")).body())
                .contains(WRONG);
        assertThat(here.post(PAGE, form(patient.email().toUpperCase(Locale.ROOT)))
                        .body())
                .contains("This is your present address.");
        assertThat(here.post(PAGE, form("no address")).isDone()).isFalse();
        assertThat(mails.has(another)).isFalse();
        assertThat(mails.has(patient.email())).isFalse();
    }

    /** Somebody who has found out the password has no phone. */
    @Test
    void whoHasAnAppEntersACodeAsWell() {
        FactorOwner owner = FactorOwner.of(People.patient());
        HttpVisit visit = owner.visit();
        assertThat(change(visit, "").body()).contains("This code is wrong");
        assertThat(change(visit, "no code").body()).contains("This code is wrong");
        assertThat(mails.has(another)).isFalse();
        assertThat(change(visit, owner.app().code(0)).isDone()).isTrue();
        assertThat(mails.takeToken(another)).isNotEmpty();
    }

    private Answer change(HttpVisit visit, String code) {
        return visit.post(
                PAGE,
                HtmlForm.in(visit.get(PAGE).body(), "change")
                        .with("email", another)
                        .with("password", People.PASSWORD)
                        .with("code", code));
    }

    /** A link takes five passwords: nobody who gets it by mistake can go on guessing. */
    @Test
    void aLinkTakesFivePasswords() {
        HttpVisit stranger = Visitors.anonymous();
        open(stranger, requested());
        HtmlForm opened = HtmlForm.in(stranger.get(CONFIRM).body(), "confirm").with("password", People.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(stranger, "wrong " + i).body()).contains(WRONG);
        }
        assertThat(stranger.get(CONFIRM).body()).contains(OVER);
        assertThat(stranger.post(CONFIRM, opened).isDone()).isFalse();
        assertThat(Records.accounts(another)).isZero();
    }

    @Test
    void aLinkIsGoodForADayAndUntilTheNextOne() {
        String first = requested();
        String second = requested();
        HttpVisit visit = Visitors.anonymous();
        open(visit, first);
        assertThat(visit.get(CONFIRM).body()).contains(OVER);
        open(visit, second);
        assertThat(visit.get(CONFIRM).body()).contains(another);
        Records.change("UPDATE address_change SET created_at = created_at - INTERVAL 25 HOUR WHERE email = ?", another);
        assertThat(visit.get(CONFIRM).body()).contains(OVER);
    }

    @Test
    void aDisabledAccountKeepsItsAddress() {
        HttpVisit visit = Visitors.anonymous();
        open(visit, requested());
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", patient.email());
        assertThat(confirm(visit, People.PASSWORD).isDone()).isFalse();
        assertThat(Records.accounts(patient.email())).isEqualTo(1);
    }

    /** A link to choose another password that was sent to the old address is of no use any more. */
    @Test
    void linksSentToTheOldAddressEnd() {
        String page = "/forgot-password";
        HttpVisit forgetful = Visitors.anonymous();
        assertThat(forgetful
                        .post(
                                page,
                                HtmlForm.in(forgetful.get(page).body(), "forgot")
                                        .with("email", patient.email()))
                        .location())
                .contains("done=reset-sent");
        String reset = mails.takeToken(patient.email());
        open(here, requested());
        assertThat(confirm(here, People.PASSWORD).isDone()).isTrue();
        assertThat(forgetful.get("/reset-password?token=" + reset).location()).isEqualTo("/reset-password");
        assertThat(forgetful.get("/reset-password").body()).contains(OVER);
    }

    /** Of somebody else who is signed in here. */
    @Test
    void anotherPersonsSessionIsNotTakenOver() {
        String token = requested();
        Person other = People.patient();
        HttpVisit shared = Visitors.signedIn(other.email());
        open(shared, token);
        assertThat(confirm(shared, People.PASSWORD).location()).endsWith("/sign-in?done=address-changed");
        assertThat(shared.get("/consultations").location()).contains("/sign-in");
    }
}
