package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.consilium.ear.stand.AuthenticatorApp;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Signing in takes a second step, which nobody takes who knows the password alone. */
class SecondFactorIT {
    private static final String FACTOR = "/account/second-factor";
    private static final String WRONG = "This code is wrong, or was used before.";

    private final Person patient = People.patient();

    @Test
    void signingInTakesACodeOnceAnAppIsSetUp() {
        AuthenticatorApp app = AuthenticatorApp.of(setUp(patient).page());
        assertThat(Stand.get().mails().take(patient.email(), "Your second step at sign-in was changed"))
                .isNotNull();

        HttpVisit visit = withPassword();
        assertThat(visit.get("/consultations").location())
                .as("not signed in yet")
                .contains("/sign-in?continue=");
        assertThat(answer(visit, "no code").body()).contains(WRONG);
        assertThat(visit.get("/consultations").location()).contains("/sign-in?continue=");
        assertThat(answer(visit, app.code(0)).location()).endsWith("/consultations");
        assertThat(visit.get("/consultations").status()).isEqualTo(200);
    }

    @Test
    void aCodeCountsOnceAndNotTooEarlyOrLate() {
        AuthenticatorApp app = AuthenticatorApp.of(setUp(patient).page());

        assertThat(answer(withPassword(), app.code(-1)).body())
                .as("the code that has confirmed it")
                .contains(WRONG);
        assertThat(answer(withPassword(), app.code(3)).body()).contains(WRONG);
        String code = app.code(1);
        assertThat(answer(withPassword(), code.substring(0, 3) + ' ' + code.substring(3))
                        .isDone())
                .isTrue();
        assertThat(answer(withPassword(), code).body()).contains(WRONG);
    }

    @Test
    void aCodeCountsOnceOnTwoNodesAtTheSameMoment() {
        AuthenticatorApp app = AuthenticatorApp.of(setUp(patient).page());
        assertThat(winners(app.code(1))).isEqualTo(1);
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        List<String> codes = setUp(patient).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        assertThat(answer(withPassword(), codes.get(0)).isDone()).isTrue();
        assertThat(answer(withPassword(), codes.get(0)).body()).contains(WRONG);
        String typed = codes.get(1).toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(answer(withPassword(), typed).isDone()).isTrue();
        assertThat(winners(codes.get(2))).isEqualTo(1);
        HttpVisit visit = withPassword();
        assertThat(answer(visit, codes.get(3)).isDone()).isTrue();
        assertThat(Jsoup.parse(visit.get(FACTOR).body())
                        .select("form#manage strong")
                        .text())
                .isEqualTo("6");
    }

    /** How many of two get in who send the same code to two nodes. */
    private long winners(String code) {
        List<CompletableFuture<Answer>> both = Stream.of(
                        Stand.get().node(), Stand.get().secondNode())
                .map(node -> {
                    HttpVisit visit = HttpVisit.at(node.address());
                    assertThat(Visitors.signIn(visit, patient.email(), People.PASSWORD)
                                    .location())
                            .contains("/sign-in/code");
                    return visit;
                })
                .toList()
                .stream()
                .map(visit -> CompletableFuture.supplyAsync(() -> answer(visit, code)))
                .toList();
        return both.stream().map(CompletableFuture::join).filter(Answer::isDone).count();
    }

    @Test
    void whoGuessesHasToWait() {
        AuthenticatorApp app = AuthenticatorApp.of(setUp(patient).page());
        long before = Trail.newest();
        for (int i = 0; i < 10; i++) {
            assertThat(answer(withPassword(), "wrong " + i).body()).contains(WRONG);
        }
        Answer refused = answer(withPassword(), app.code(0));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Too many wrong codes.");
        assertThat(Trail.of(People.key(patient), before))
                .filteredOn(row -> row.step().equals("SIGN_IN SIGN_IN FAILED"))
                .hasSize(10)
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("WRONG_CODE"));
        assertThat(Trail.rows("id > ? AND reason = 'LIMIT_REACHED'", before))
                .extracting(Trail.Row::step)
                .contains("SIGN_IN SIGN_IN REFUSED");
    }

    @Test
    void theOwnerIsToldOfWrongCodes() {
        AuthenticatorApp app = AuthenticatorApp.of(setUp(patient).page());
        for (int i = 0; i < 3; i++) {
            assertThat(answer(withPassword(), "wrong " + i).body()).contains(WRONG);
        }
        HttpVisit visit = withPassword();
        assertThat(answer(visit, app.code(0)).isDone()).isTrue();
        assertThat(visit.get("/consultations").body())
                .contains("someone entered a wrong password or code for your account 3 times");
    }

    /** On a computer that several people use. */
    @Test
    void theFirstStepEndsTheSessionOfWhoeverWasSignedIn() {
        setUp(patient);
        Person former = People.patient();
        HttpVisit shared = Visitors.signedIn(former.email());
        HttpVisit copy = shared.copy();
        assertThat(Visitors.signIn(shared, patient.email(), People.PASSWORD).location())
                .contains("/sign-in/code");
        for (HttpVisit visit : List.of(shared, copy)) {
            assertThat(visit.get("/consultations").location()).contains("/sign-in?continue=");
        }
    }

    @Test
    void theSecondStepLeadsOn() {
        AuthenticatorApp app = AuthenticatorApp.of(setUp(patient).page());
        HttpVisit visit = Visitors.anonymous();
        String page = "/sign-in?continue=%2Fconsultation%2Fnew";
        String next = visit.post(
                        page,
                        HtmlForm.in(visit.get(page).body(), "signin")
                                .with("email", patient.email())
                                .with("password", People.PASSWORD))
                .location();
        assertThat(next).endsWith("/sign-in/code?continue=%2Fconsultation%2Fnew");
        HtmlForm form = HtmlForm.in(visit.get(next).body(), "answer").with("code", app.code(0));
        String action =
                Jsoup.parse(visit.get(next).body()).select("form#answer").attr("action");
        assertThat(visit.post(action, form).location()).endsWith("/consultation/new");
    }

    @Test
    void theSecondStepIsForThoseWhoHaveTakenTheFirst() {
        setUp(patient);
        HttpVisit nobody = Visitors.anonymous();
        for (String page : List.of("/sign-in/code", "/sign-in/set-up")) {
            assertThat(nobody.get(page).body()).contains("This took too long. Please sign in again.");
            assertThat(nobody.withCookie("ticket", "AAAA").get(page).body()).contains("This took too long.");
        }
        assertThat(withPassword().get("/sign-in/set-up").body())
                .as("who has a second factor does not get another one without it")
                .contains("This took too long.");
    }

    /** Somebody signs in at the node where privacy officers need a second factor. */
    @Test
    void whoNeedsASecondFactorSetsItUpBeforeAnythingElse() {
        Person officer = People.privacyOfficer();
        HttpVisit visit = HttpVisit.at(Stand.get().secondNode().address());
        assertThat(Visitors.signIn(visit, officer.email(), People.PASSWORD).location())
                .contains("/sign-in/set-up");
        assertThat(visit.get("/approvals").location()).contains("/sign-in?continue=");

        AuthenticatorApp app = AuthenticatorApp.of(visit.get("/sign-in/set-up").body());
        assertThat(AuthenticatorApp.of(visit.get("/sign-in/set-up").body()).code(0))
                .as("the same when the page is opened again")
                .isEqualTo(app.code(0));
        assertThat(confirm(visit, "000 000").body()).contains(WRONG);
        String shown = confirm(visit, app.code(0)).location();
        assertThat(shown).contains("/account/recovery-codes?continue=");
        Document codes = Jsoup.parse(visit.get(shown).body());
        assertThat(codes.select("#recovery-codes li")).hasSize(10);
        assertThat(codes.select("main a.primary").attr("href")).isEqualTo("/privacy");
        assertThat(Jsoup.parse(visit.get(shown).body()).select("#recovery-codes li"))
                .as("shown once")
                .isEmpty();
        assertThat(visit.get("/approvals").status()).isEqualTo(200);
        assertThat(visit.get(FACTOR).body()).doesNotContain("Turn off");
        assertThat(Stand.get().mails().take(officer.email(), "Your second step at sign-in was changed"))
                .isNotNull();
    }

    @Test
    void whoDoesNotNeedItTurnsItOff() {
        HttpVisit visit = setUp(patient).visit();
        HtmlForm manage = HtmlForm.in(visit.get(FACTOR).body(), "manage").without("manage:send");
        assertThat(visit.post(FACTOR, manage.with("remove", "").with("password", "wrong"))
                        .body())
                .contains("This is not your present password.");
        assertThat(visit.post(FACTOR, manage.with("password", People.PASSWORD)).location())
                .endsWith("/account?done=factor-removed");
        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), People.PASSWORD)
                        .location())
                .endsWith("/consultations");
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        SetUp before = setUp(patient);
        HttpVisit visit = before.visit();
        HtmlForm manage = HtmlForm.in(visit.get(FACTOR).body(), "manage").with("password", People.PASSWORD);
        List<String> codes = SetUp.codes(visit, visit.post(FACTOR, manage));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(before.recoveryCodes());
        assertThat(answer(withPassword(), before.recoveryCodes().get(0)).body()).contains(WRONG);
        assertThat(answer(withPassword(), codes.get(0)).isDone()).isTrue();
    }

    /** Another password makes a second step invalid that was begun with the old one. */
    @Test
    void theFirstStepIsOverOnceThePasswordIsAnother() {
        SetUp app = setUp(patient);
        HttpVisit begun = withPassword();
        String another = "another horse battery staple";
        HtmlForm change = HtmlForm.in(app.visit().get("/account/password").body(), "change")
                .with("present", People.PASSWORD)
                .with("password", another)
                .with("repeated", another);
        assertThat(app.visit().post("/account/password", change).isDone()).isTrue();
        assertThat(begun.get("/sign-in/code").body()).contains("This took too long.");
    }

    @Test
    void anotherAppTakesThePlaceOfTheFirstAndLeavesTheRecoveryCodes() {
        SetUp before = setUp(patient);
        String page = before.visit().get(FACTOR + "?another=true").body();
        AuthenticatorApp another = AuthenticatorApp.of(page);
        HtmlForm form =
                HtmlForm.in(page, "confirm").with("code", another.code(-1)).with("password", People.PASSWORD);
        assertThat(before.visit().post(FACTOR + "?another=true", form).location())
                .endsWith("/account?done=app-added");

        assertThat(answer(withPassword(), AuthenticatorApp.of(before.page()).code(0))
                        .body())
                .contains(WRONG);
        assertThat(answer(withPassword(), another.code(0)).isDone()).isTrue();
        assertThat(answer(withPassword(), before.recoveryCodes().get(0)).isDone())
                .isTrue();
    }

    private record SetUp(HttpVisit visit, String page, List<String> recoveryCodes) {
        static List<String> codes(HttpVisit visit, Answer answer) {
            return Jsoup.parse(visit.get(answer.location()).body())
                    .select("#recovery-codes li")
                    .eachText();
        }
    }

    /** Confirmed with the code of the step before, so that this one and the next can still be used. */
    private static SetUp setUp(Person person) {
        HttpVisit visit = Visitors.signedIn(person.email());
        String page = visit.get(FACTOR).body();
        HtmlForm form = HtmlForm.in(page, "confirm")
                .with("code", AuthenticatorApp.of(page).code(-1))
                .with("password", People.PASSWORD);
        return new SetUp(visit, page, SetUp.codes(visit, visit.post(FACTOR, form)));
    }

    private HttpVisit withPassword() {
        HttpVisit visit = Visitors.anonymous();
        assertThat(Visitors.signIn(visit, patient.email(), People.PASSWORD).location())
                .contains("/sign-in/code");
        return visit;
    }

    private static Answer answer(HttpVisit visit, String code) {
        return visit.post(
                "/sign-in/code",
                HtmlForm.in(visit.get("/sign-in/code").body(), "answer").with("code", code));
    }

    private static Answer confirm(HttpVisit visit, String code) {
        return visit.post(
                "/sign-in/set-up",
                HtmlForm.in(visit.get("/sign-in/set-up").body(), "confirm").with("code", code));
    }
}
