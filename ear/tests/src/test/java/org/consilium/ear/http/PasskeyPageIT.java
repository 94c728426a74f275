package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.passkey.SoftwareAuthenticator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are refused: used before, of somebody else, from another site, or too late. */
class PasskeyPageIT {
    private static final String PASSKEYS = "/account/passkeys";
    private static final String REFUSED = "This passkey was not accepted";

    private Person patient;
    private SoftwareAuthenticator device;

    @BeforeEach
    void register() {
        patient = People.patient();
        device = device();
        assertThat(add(Visitors.signedIn(patient.email()), device).location()).contains("/account/recovery-codes");
    }

    private static SoftwareAuthenticator device() {
        String home = Stand.get().node().address().toString();
        return SoftwareAuthenticator.at(home.substring(0, home.length() - 1));
    }

    private static Answer add(HttpVisit visit, SoftwareAuthenticator device) {
        HtmlForm add = HtmlForm.in(visit.get(PASSKEYS).body(), "add")
                .with("name", "My phone")
                .with("password", People.PASSWORD);
        assertThat(visit.post(PASSKEYS, add).location()).endsWith(PASSKEYS);
        String options = Visitors.page(visit, PASSKEYS)
                .select("#create button[data-options]")
                .attr("data-options");
        return visit.post(
                PASSKEYS, answered(visit.get(PASSKEYS).body(), "create").with("answer", device.create(options)));
    }

    /** The form with a passkey's button pressed. */
    private static HtmlForm answered(String page, String form) {
        return HtmlForm.in(page, form).without(form + ":send").with("passkey", "");
    }

    private record Request(String token, String options) {
        static Request at(HttpVisit visit, String path) {
            Answer answer = visit.send("POST", path, "");
            assertThat(answer.status()).isEqualTo(200);
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                JsonObject json = reader.readObject();
                return new Request(json.getString("token"), json.getString("options"));
            }
        }
    }

    private static Answer send(HttpVisit visit, String page, Request request, String answer) {
        return visit.post(
                page,
                answered(visit.get(page).body(), "passkey")
                        .with("token", request.token())
                        .with("answer", answer));
    }

    @Test
    void anAnswerSignsInOnce() {
        HttpVisit visit = Visitors.anonymous();
        Request request = Request.at(visit, "/sign-in/passkey");
        String answer = device.get(request.options());
        assertThat(send(visit, "/sign-in?continue=/account", request, answer).location())
                .endsWith("/account");
        assertThat(visit.get("/account").status()).isEqualTo(200);

        HttpVisit thief = Visitors.anonymous();
        assertThat(send(thief, "/sign-in", request, answer).body()).contains(REFUSED);
        assertThat(thief.get("/account").location()).contains("/sign-in?continue=");
    }

    @Test
    void anAnswerIsForTheRequestOfItsOwnPage() {
        HttpVisit visit = Visitors.anonymous();
        Request first = Request.at(visit, "/sign-in/passkey");
        Request second = Request.at(visit, "/sign-in/passkey");
        assertThat(send(visit, "/sign-in", second, device.get(first.options())).body())
                .contains(REFUSED);
        for (String nothing : new String[] {"", "{}", "null", "\"x\""}) {
            assertThat(send(visit, "/sign-in", Request.at(visit, "/sign-in/passkey"), nothing)
                            .body())
                    .contains(REFUSED);
        }
    }

    /** Somebody knows the password of another person, and has a passkey of their own. */
    @Test
    void theSecondStepTakesAPasskeyOfTheSamePerson() {
        Person other = People.patient();
        SoftwareAuthenticator foreign = device();
        assertThat(add(Visitors.signedIn(other.email()), foreign).isDone()).isTrue();

        HttpVisit visit = Visitors.anonymous();
        assertThat(Visitors.signIn(visit, patient.email(), People.PASSWORD).location())
                .contains("/sign-in/code");
        long before = Trail.newest();
        for (String from : new String[] {"/sign-in/passkey/step", "/sign-in/passkey"}) {
            Request request = Request.at(visit, from);
            assertThat(send(visit, "/sign-in/code", request, foreign.get(request.options()))
                            .body())
                    .contains(REFUSED);
        }
        assertThat(Trail.of(People.key(patient), before)).hasSize(2).allSatisfy(row -> {
            assertThat(row.step()).isEqualTo("SIGN_IN SIGN_IN FAILED");
            assertThat(row.reason()).isEqualTo("PASSKEY_REFUSED");
        });
        assertThat(visit.get("/consultations").location()).contains("/sign-in?continue=");
        Request request = Request.at(visit, "/sign-in/passkey/step");
        assertThat(send(visit, "/sign-in/code", request, device.get(request.options()))
                        .location())
                .endsWith("/consultations");
    }

    @Test
    void nobodySignsInToADisabledAccount() {
        HttpVisit visit = Visitors.anonymous();
        Request before = Request.at(visit, "/sign-in/passkey");
        Records.change("update account set status = 'DISABLED' where email = ?", patient.email());
        long newest = Trail.newest();
        assertThat(send(visit, "/sign-in", before, device.get(before.options())).body())
                .contains(REFUSED);
        assertThat(Trail.of(People.key(patient), newest))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("PASSKEY_REFUSED"));
    }

    @Test
    void wrongPasswordsOfOthersKeepNobodyOut() {
        Records.change(
                "update account set failed_sign_ins = 100, locked_until = utc_timestamp(6) + interval 1 hour"
                        + " where email = ?",
                patient.email());
        HttpVisit visit = Visitors.anonymous();
        Request request = Request.at(visit, "/sign-in/passkey");
        assertThat(send(visit, "/sign-in", request, device.get(request.options()))
                        .location())
                .endsWith("/consultations");
    }

    @Test
    void requestsAreForPagesOfOurs() {
        HttpVisit visit = Visitors.anonymous();
        assertThat(visit.send("POST", "/sign-in/passkey", "", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(400);
        for (String path : new String[] {"/sign-in/passkey/step", "/sign-in/passkey/new", "/sign-in/passkey/other"}) {
            assertThat(visit.send("POST", path, "").status()).as(path).isEqualTo(404);
        }
        assertThat(Visitors.signIn(visit, patient.email(), People.PASSWORD).location())
                .contains("/sign-in/code");
        assertThat(visit.send("POST", "/sign-in/passkey/new", "").status())
                .as("who has a second factor does not get another one without it")
                .isEqualTo(404);
        assertThat(Request.at(visit, "/sign-in/passkey").options())
                .as("of nobody")
                .doesNotContain("\"id\":");
    }

    @Test
    void aPasskeyIsAddedOnce() {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        assertThat(add(visit, device).body()).as("of somebody else").contains(REFUSED);
        assertThat(Visitors.page(visit, PASSKEYS).select("#passkeys li")).isEmpty();
    }

    @Test
    void recoveryCodesAndTheSecondStepGoWithTheLastPasskey() {
        HttpVisit visit = signedInByPasskey();
        String chosen = Visitors.page(visit, PASSKEYS).select("#passkeys a").attr("href");
        HtmlForm remove = HtmlForm.in(visit.get(chosen).body(), "remove").with("password", People.PASSWORD);
        assertThat(visit.post(chosen, remove).location()).endsWith(PASSKEYS + "?done=passkey-removed");
        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), People.PASSWORD)
                        .location())
                .endsWith("/consultations");
        assertThat(Records.number(
                        "select count(*) from recovery_code where account_id ="
                                + " (select id from account where email = ?)",
                        patient.email()))
                .isZero();
    }

    @Test
    void theOwnerIsTold() {
        assertThat(Stand.get().mails().take(patient.email()).subject())
                .isEqualTo("Your second step at sign-in was changed");
    }

    private HttpVisit signedInByPasskey() {
        HttpVisit visit = Visitors.anonymous();
        Request request = Request.at(visit, "/sign-in/passkey");
        assertThat(send(visit, "/sign-in", request, device.get(request.options()))
                        .isDone())
                .isTrue();
        return visit;
    }
}
