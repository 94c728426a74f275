package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.consilium.ear.stand.AuthenticatorApp;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.ear.stand.WaitingTest;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;

/**
 * Before something of weight, people prove once more who they are. These tests are at the node that asks again some
 * seconds after the sign-in.
 */
class FreshAuthenticationIT {
    private static final String WRONG = "This is not your present password.";
    private static final String MISSING = "Please show that it is you first.";

    private static final URI HOME = Stand.get().secondNode().address();

    private final Person administrator = People.administrator();
    private final HttpVisit office = Visitors.signedIn(HOME, administrator);
    private final String invited =
            People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@fresh.example";

    private static void awaitAsked(HttpVisit visit, String page, String form) {
        // rarely, as the session keeps the state of the last pages alone
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(30))
                .until(() -> asks(visit, page, form));
    }

    private static boolean asks(HttpVisit visit, String page, String form) {
        return !Jsoup.parse(visit.get(page).body())
                .select("form#" + form + " input[type=password]")
                .isEmpty();
    }

    private HtmlForm invitation() {
        return HtmlForm.in(office.get("/people").body(), "invite")
                .with("email", invited)
                .with("firstName", "Ivo")
                .with("lastName", "Invited")
                .with("role", "DOCTOR")
                .with("team", People.SKIN);
    }

    private Answer invite(HtmlForm form) {
        return office.post("/people", form);
    }

    @WaitingTest
    void nobodyIsInvitedFromASessionThatWasLeftOpen() {
        assertThat(asks(office, "/people", "invite")).as("just signed in").isFalse();
        HtmlForm opened = invitation();
        awaitAsked(office, "/people", "invite");
        assertThat(invite(opened).body()).as("a page that did not ask").contains(MISSING);
        long before = Trail.newest();
        assertThat(invite(invitation()).body()).contains(MISSING);
        assertThat(invite(invitation().with("password", "wrong")).body()).contains(WRONG);
        assertThat(Trail.of(People.key(administrator), before))
                .filteredOn(entry -> entry.kind().equals("SIGN_IN"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.step() + ' ' + entry.reason())
                        .isEqualTo("SIGN_IN PROVE_IDENTITY FAILED WRONG_PASSWORD"));
        assertThat(Records.accounts(invited)).isZero();

        assertThat(invite(invitation().with("password", People.PASSWORD)).location())
                .contains("done=proposed");
        assertThat(asks(office, "/people", "invite")).as("just entered").isFalse();
    }

    @WaitingTest
    void nobodyIsApprovedFromASessionThatWasLeftOpen() {
        assertThat(invite(invitation()).isDone()).isTrue();
        HttpVisit approver = Visitors.signedIn(HOME, People.administrator());
        HtmlForm opened = approving(approver);
        awaitAsked(approver, "/approvals", "prove");
        assertThat(approver.post("/approvals", opened).body()).contains(MISSING);
        assertThat(approver.post("/approvals", approving(approver)).body()).contains(MISSING);
        assertThat(prove(approver, "password", "wrong").body()).contains(WRONG);
        assertThat(approvals()).isZero();

        assertThat(prove(approver, "password", People.PASSWORD).location()).endsWith("/approvals");
        assertThat(approver.post("/approvals", approving(approver)).location()).contains("done=invited");
        assertThat(approvals()).isEqualTo(1);
    }

    /** Privacy officers need a second step there. */
    static HttpVisit officer() {
        HttpVisit visit = HttpVisit.at(HOME);
        assertThat(Visitors.signIn(visit, People.privacyOfficer().email(), People.PASSWORD)
                        .location())
                .contains("/sign-in/set-up");
        String page = visit.get("/sign-in/set-up").body();
        HtmlForm form = HtmlForm.in(page, "confirm")
                .with("code", AuthenticatorApp.of(page).code(0));
        assertThat(visit.post("/sign-in/set-up", form)).matches(Answer::isDone);
        return visit;
    }

    @WaitingTest
    void nothingIsExportedFromASessionThatWasLeftOpen() {
        HttpVisit privacy = officer();
        String page = "/privacy/trail";
        HtmlForm opened = HtmlForm.in(privacy.get(page).body(), "export");
        awaitAsked(privacy, page, "export");
        assertThat(privacy.get("/privacy/trail.csv").location()).endsWith(page);
        assertThat(privacy.post(page, opened).body()).contains(MISSING);
        HtmlForm form = HtmlForm.in(privacy.get(page).body(), "export");
        assertThat(privacy.post(page, form.with("password", People.PASSWORD)).location())
                .endsWith("/privacy/trail.csv");
        assertThat(privacy.get("/privacy/trail.csv").body()).contains("Time (UTC)");
    }

    private HtmlForm approving(HttpVisit approver) {
        String page = approver.get("/approvals").body();
        var button = Visitors.buttons(page, "approvals", invited).get(0);
        return HtmlForm.in(page, "approvals")
                .without("approvals:send")
                .withParameter(button.attr("name"), button.attr("value"));
    }

    private static Answer prove(HttpVisit visit, String field, String value) {
        return visit.post(
                "/approvals",
                HtmlForm.in(visit.get("/approvals").body(), "prove").with(field, value));
    }

    private long approvals() {
        return Records.number(
                "SELECT COUNT(*) FROM appointment JOIN account a ON a.id = account_id"
                        + " WHERE a.email = ? AND approved_by IS NOT NULL",
                invited);
    }

    @WaitingTest
    void whoGuessesHasToWait() {
        awaitAsked(office, "/people", "invite");
        for (int i = 0; i < 10; i++) {
            assertThat(invite(invitation().with("password", "wrong " + i)).body())
                    .contains(WRONG);
        }
        Answer refused = invite(invitation().with("password", People.PASSWORD));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Too many wrong passwords.");
        assertThat(Records.accounts(invited)).isZero();
    }

    /** Of an app, or a recovery code; each works once. */
    @WaitingTest
    void aCodeDoesInsteadOfThePassword() {
        FactorOwner owner = FactorOwner.of(People.patient());
        String code = owner.app().code(0);
        assertThat(change(owner, "code", "no code").body()).contains("This code is wrong");
        assertThat(change(owner, "present", "").body()).contains(MISSING);
        Answer changed = change(owner, "code", code);
        assertThat(changed.location()).endsWith("/account?done=password-replaced");
        assertThat(change(owner, "code", code).body()).as("again").contains("This code is wrong");
        assertThat(Stand.get().mails().take(owner.person().email(), "Your password was changed"))
                .isNotNull();
    }

    private static Answer change(FactorOwner owner, String field, String value) {
        String another = "another horse battery staple";
        return owner.visit()
                .post(
                        "/account/password",
                        HtmlForm.in(owner.visit().get("/account/password").body(), "change")
                                .with(field, value)
                                .with("password", another)
                                .with("repeated", another));
    }

    @WaitingTest
    void whoHasNoAppIsNotAskedForACode() {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        String page = visit.get("/account/password").body();
        assertThat(page).doesNotContain("change:code");
    }
}
