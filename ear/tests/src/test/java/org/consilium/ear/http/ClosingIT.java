package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** People ask to close their accounts, and an administrator decides. */
class ClosingIT {
    private static final String REASON = "Moved abroad.";

    private final Person administrator = People.administrator();
    private final HttpVisit office = Visitors.signedIn(administrator.email());
    private final Person patient = People.patient();
    private final HttpVisit here = Visitors.signedIn(patient.email());

    private static Answer press(HttpVisit visit, String button) {
        return visit.post(
                "/account",
                HtmlForm.in(visit.get("/account").body(), "close")
                        .without("close:send")
                        .with(button, ""));
    }

    private Answer decide(Person owner, String button, String reason) {
        return office.post(
                People.page(owner),
                HtmlForm.in(office.get(People.page(owner)).body(), "closing")
                        .without("closing:send")
                        .with("answer", reason)
                        .with(button, ""));
    }

    private String pending() {
        return Visitors.page(office, "/people")
                .select("section[aria-labelledby=closings]")
                .text();
    }

    private static String kept(Person owner) {
        return Records.text(
                "SELECT CONCAT_WS(' ', outcome, reason, p.email) FROM closing_request JOIN account a ON a.id = account_id"
                        + " LEFT JOIN account p ON p.id = ended_by WHERE a.email = ?",
                owner.email());
    }

    @Test
    void anAdministratorClosesIt() {
        String consultation = People.consultation(patient, "Stays as it is");
        assertThat(press(here, "ask").location()).endsWith("/account?done=closing-requested");
        assertThat(here.get("/account").body()).contains("You have asked the clinic to close your account:");
        assertThat(pending()).contains(patient.lastName());

        assertThat(decide(patient, "send", " ").isDone()).as("without a reason").isFalse();
        assertThat(decide(patient, "send", REASON).location()).contains("done=disabled");
        assertThat(here.get("/consultations").location()).contains("/sign-in");
        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), People.PASSWORD)
                        .isDone())
                .isFalse();
        assertThat(kept(patient)).isEqualTo("CLOSED " + REASON + " " + administrator.email());
        assertThat(Records.messagesIn(consultation)).isEqualTo(1);
        assertThat(pending()).doesNotContain(patient.lastName());
    }

    @Test
    void anAdministratorKeepsItOpenAndSaysWhy() {
        assertThat(press(here, "ask").isDone()).isTrue();
        assertThat(decide(patient, "decline", "Please call us first.").location())
                .contains("done=closing-declined");
        assertThat(here.get("/account").body()).contains("Please call us first.");
        assertThat(kept(patient)).isEqualTo("DECLINED Please call us first. " + administrator.email());
        assertThat(press(here, "ask").isDone()).as("again").isTrue();
    }

    @Test
    void theOwnerTakesItBack() {
        assertThat(press(here, "ask").isDone()).isTrue();
        HtmlForm late =
                HtmlForm.in(office.get(People.page(patient)).body(), "closing").with("answer", REASON);
        assertThat(press(here, "back").location()).endsWith("/account?done=closing-withdrawn");
        assertThat(office.post(People.page(patient), late).isDone()).isFalse();
        assertThat(kept(patient)).isEqualTo("WITHDRAWN " + patient.email());
        assertThat(here.get("/consultations").isPage()).isTrue();
    }

    @Test
    void thereIsOneRequestAtATime() {
        HtmlForm twice = HtmlForm.in(here.get("/account").body(), "close")
                .without("close:send")
                .with("ask", "");
        assertThat(here.post("/account", twice).isDone()).isTrue();
        here.post("/account", twice);
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM closing_request JOIN account a ON a.id = account_id WHERE a.email = ?",
                        patient.email()))
                .isEqualTo(1);
    }

    @Test
    void nobodyDecidesTheirOwn() {
        assertThat(press(office, "ask").isDone()).as("staff ask as well").isTrue();
        assertThat(office.get(People.page(administrator)).status()).isEqualTo(404);
    }
}
