package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Two other people let somebody back in who has lost every second factor, and the owner can stop it. */
class FactorResetIT {
    private static final String REQUESTED = "Someone asked to remove your second step at sign-in";
    private static final String CHANGED = "Your second step at sign-in was changed";
    private static final String MEANWHILE = "Someone else changed this account";
    private static final String REASON = "Photo ID checked: number AB 123";
    private static final int NOT_FOUND = 404;

    private final SentMails mails = Stand.get().mails();
    private final Person administrator = People.administrator();
    private final Person officer = People.privacyOfficer();
    private final HttpVisit office = Visitors.signedIn(administrator.email());
    private final HttpVisit approver = Visitors.signedIn(officer.email());
    private final Person patient = People.patient();

    private static HtmlForm form(HttpVisit by, Person person) {
        return HtmlForm.in(by.get(People.page(person)).body(), "reset").with("reason", REASON);
    }

    private Answer request(Person person) {
        return office.post(People.page(person), form(office, person));
    }

    private static Answer press(HttpVisit by, String button, Person person) {
        return Visitors.press(by, "/approvals", "resets", button, person.email());
    }

    private static String outcome(Person person) {
        return Records.text(
                "SELECT outcome FROM factor_reset JOIN account a ON a.id = account_id WHERE a.email = ?"
                        + " ORDER BY factor_reset.id DESC LIMIT 1",
                person.email());
    }

    private static void shift(String column, int hours, Person person) {
        Records.change(
                "UPDATE factor_reset SET " + column + " = " + column + " - INTERVAL ? HOUR"
                        + " WHERE account_id = (SELECT id FROM account WHERE email = ?)",
                hours,
                person.email());
    }

    private FactorOwner requestedAndApproved() {
        FactorOwner owner = FactorOwner.of(patient);
        owner.addPasskey();
        assertThat(request(patient).location()).contains("done=reset-requested");
        assertThat(press(approver, "Approve", patient).location()).contains("done=reset-approved");
        return owner;
    }

    @Test
    void aPatientGetsInADayAfterASecondPersonHasApproved() {
        FactorOwner owner = requestedAndApproved();
        assertThat(mails.take(patient.email(), REQUESTED)).isNotNull();
        assertThat(Records.text(
                        "SELECT CONCAT_WS(' ', r.email, reason, in_person, p.email, q.email,"
                                + " TIMESTAMPDIFF(HOUR, approved_at, effective_at), outcome IS NULL) FROM factor_reset r"
                                + " JOIN account a ON a.id = account_id JOIN account p ON p.id = requested_by"
                                + " JOIN account q ON q.id = approved_by WHERE a.email = ?",
                        patient.email()))
                .isEqualTo("%s %s 0 %s %s 24 1"
                        .formatted(patient.email(), REASON, administrator.email(), officer.email()));
        shift("effective_at", 23, patient);
        assertThat(FactorOwner.afterPassword(patient)).contains("/sign-in/code");
        assertThat(owner.visit().get("/consultations").isPage()).isTrue();

        shift("effective_at", 2, patient);
        assertThat(FactorOwner.afterPassword(patient)).endsWith("/consultations");
        assertThat(owner.factors()).isZero();
        assertThat(outcome(patient)).isEqualTo("DONE");
        assertThat(owner.visit().get("/consultations").location()).contains("/sign-in");
        assertThat(mails.take(patient.email(), CHANGED)).isNotNull();
    }

    /**
     * Nobody has signed in: a timer removes them, once. Sessions are not looked at: other nodes of the tests, which
     * have the same database, have another Redis, and their timers end sessions there.
     */
    @Test
    void whatIsDueIsDoneByATimerToo() {
        FactorOwner owner = requestedAndApproved();
        assertThat(mails.take(patient.email(), REQUESTED)).isNotNull();
        shift("effective_at", 25, patient);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> owner.factors() == 0);
        assertThat(outcome(patient)).isEqualTo("DONE");
        assertThat(mails.takeAll(patient.email(), 1).get(0).subject()).isEqualTo(CHANGED);
    }

    @Test
    void whoIsVouchedForAtTheClinicDoesNotWait() {
        FactorOwner owner = FactorOwner.of(patient);
        HtmlForm form = form(office, patient).with("inPerson", "true");
        assertThat(office.post(People.page(patient), form).isDone()).isTrue();
        assertThat(press(approver, "Approve", patient).isDone()).isTrue();
        assertThat(owner.factors()).isZero();
        assertThat(outcome(patient)).isEqualTo("DONE");
    }

    @Test
    void staffDoNotWait() {
        FactorOwner owner = FactorOwner.of(People.doctor(People.GENERAL));
        assertThat(request(owner.person()).isDone()).isTrue();
        assertThat(owner.factors()).as("nobody has approved yet").isPositive();
        assertThat(press(approver, "Approve", owner.person()).isDone()).isTrue();
        assertThat(owner.factors()).isZero();
        assertThat(owner.visit().get("/queue").location()).contains("/sign-in");
        assertThat(FactorOwner.afterPassword(owner.person())).endsWith("/queue");
    }

    @Test
    void theRequesterDoesNotApprove() {
        FactorOwner owner = FactorOwner.of(patient);
        assertThat(request(patient).isDone()).isTrue();
        String page = office.get("/approvals").body();
        assertThat(Visitors.row(page, "resets", patient.email()).text()).contains("Someone else has to approve.");
        assertThat(Visitors.buttons(page, "resets", patient.email())).hasSize(1);

        Person other = People.patient();
        FactorOwner.of(other);
        HttpVisit colleague = Visitors.signedIn(People.administrator().email());
        assertThat(colleague.post(People.page(other), form(colleague, other)).isDone())
                .isTrue();
        assertThat(forge(office, "Approve", other, patient).status()).isEqualTo(NOT_FOUND);
        assertThat(owner.factors()).isPositive();
        assertThat(outcome(patient)).isEqualTo("null");
    }

    /** The button beside one person, with the id of the request for another one. */
    private static Answer forge(HttpVisit by, String button, Person beside, Person meant) {
        String page = by.get("/approvals").body();
        String name = Visitors.buttons(page, "resets", beside.email()).stream()
                .filter(found -> found.text().equals(button))
                .findFirst()
                .orElseThrow()
                .attr("name");
        String id = Records.text(
                "SELECT r.public_id FROM factor_reset r JOIN account a ON a.id = account_id WHERE a.email = ?",
                meant.email());
        return by.post(
                "/approvals", HtmlForm.in(page, "resets").without("resets:send").withParameter(name, id));
    }

    /** An administrator who is the owner neither requests, nor approves, nor withdraws. */
    @Test
    void theOwnerHasNoPartInIt() {
        FactorOwner owner = FactorOwner.of(People.administrator());
        assertThat(owner.visit().get(People.page(owner.person())).status()).isEqualTo(NOT_FOUND);
        assertThat(request(owner.person()).isDone()).isTrue();
        assertThat(Visitors.buttons(
                        owner.visit().get("/approvals").body(),
                        "resets",
                        owner.person().email()))
                .isEmpty();
        FactorOwner.of(patient);
        assertThat(request(patient).isDone()).isTrue();
        for (String button : new String[] {"Approve", "Withdraw"}) {
            assertThat(forge(owner.visit(), button, patient, owner.person()).status())
                    .isEqualTo(NOT_FOUND);
        }
        assertThat(outcome(owner.person())).isEqualTo("null");
    }

    @Test
    void theOwnerStopsItBySigningIn() {
        FactorOwner owner = requestedAndApproved();
        assertThat(FactorOwner.afterPassword(patient)).contains("/sign-in/code");
        assertThat(outcome(patient)).as("the password alone stops nothing").isEqualTo("null");
        assertThat(owner.signInWithCode().isDone()).isTrue();
        assertThat(outcome(patient)).isEqualTo("OWNER_SIGNED_IN");

        shift("effective_at", 25, patient);
        assertThat(FactorOwner.afterPassword(patient)).contains("/sign-in/code");
        assertThat(owner.factors()).isPositive();
        assertThat(approver.get("/approvals").body()).doesNotContain(patient.email());
    }

    @Test
    void itIsTakenBackBeforeAndAfterTheApproval() {
        FactorOwner owner = FactorOwner.of(patient);
        assertThat(request(patient).isDone()).isTrue();
        assertThat(office.post(People.page(patient), open(patient)).location()).contains("done=reset-withdrawn");
        assertThat(outcome(patient)).isEqualTo("WITHDRAWN");

        assertThat(request(patient).isDone()).isTrue();
        assertThat(press(approver, "Approve", patient).isDone()).isTrue();
        HtmlForm late = open(patient);
        assertThat(press(approver, "Withdraw", patient).isDone()).isTrue();
        assertThat(office.post(People.page(patient), late).isDone()).isFalse();
        shift("effective_at", 25, patient);
        assertThat(FactorOwner.afterPassword(patient)).contains("/sign-in/code");
        assertThat(owner.factors()).isPositive();
    }

    /** The form with the button that takes the request back. */
    private HtmlForm open(Person person) {
        String page = office.get(People.page(person)).body();
        String id = org.jsoup.Jsoup.parse(page).select("form#open button").attr("value");
        return HtmlForm.in(page, "open").without("open:send").with("withdraw", id);
    }

    @Test
    void whatNobodyApprovesInTimeIsOver() {
        FactorOwner owner = FactorOwner.of(patient);
        Person other = People.patient();
        FactorOwner.of(other);
        HttpVisit opened = approver.copy();
        assertThat(request(patient).isDone()).isTrue();
        assertThat(request(other).isDone()).isTrue();
        shift("requested_at", 7 * 24, patient);
        assertThat(opened.get("/approvals").body()).doesNotContain(patient.email());
        assertThat(forge(opened, "Approve", other, patient).body()).contains(MEANWHILE);
        assertThat(owner.factors()).isPositive();
        assertThat(request(patient).isDone()).as("a new request").isTrue();
        assertThat(press(approver, "Approve", patient).isDone()).isTrue();
    }

    @Test
    void aDisabledAccountKeepsItsFactors() {
        FactorOwner owner = requestedAndApproved();
        String search = Visitors.search(office, "/people", patient.email());
        assertThat(Visitors.press(office, search, "people", "Disable", patient.email())
                        .isDone())
                .isTrue();
        assertThat(outcome(patient)).isEqualTo("ACCOUNT_DISABLED");
        assertThat(office.get(People.page(patient)).body()).doesNotContain("form id=\"reset\"");
        assertThat(Visitors.press(office, search, "people", "Enable", patient.email())
                        .isDone())
                .isTrue();
        shift("effective_at", 25, patient);
        assertThat(FactorOwner.afterPassword(patient)).contains("/sign-in/code");
        assertThat(owner.factors()).isPositive();
    }

    @Test
    void thereIsOneRequestAtATimeAndItHasAReason() {
        FactorOwner.of(patient);
        HtmlForm twice = form(office, patient);
        for (String blank : new String[] {"", " ", "\u200b"}) {
            assertThat(office.post(People.page(patient), form(office, patient).with("reason", blank))
                            .isDone())
                    .isFalse();
        }
        assertThat(office.post(People.page(patient), form(office, patient).with("reason", "x".repeat(501)))
                        .isDone())
                .isFalse();
        assertThat(request(patient).isDone()).isTrue();
        assertThat(office.post(People.page(patient), twice).isDone()).isFalse();
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM factor_reset JOIN account a ON a.id = account_id WHERE a.email = ?",
                        patient.email()))
                .isEqualTo(1);
    }

    @Test
    void whoHasNoSecondFactorHasNothingToLose() {
        assertThat(office.get(People.page(patient)).body())
                .contains("This person has no second step set up")
                .doesNotContain("id=\"reset\"");
    }
}
