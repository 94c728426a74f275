package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People change the password and the language of their own account. */
class AccountPageIT {
    private static final String ANOTHER = "another horse battery staple";

    private Person patient;
    private HttpVisit here;

    @BeforeEach
    void signIn() {
        patient = People.patient();
        here = Visitors.signedIn(patient.email());
    }

    @Test
    void anotherPasswordEndsAllOtherSessionsAndTheOwnerIsTold() {
        HttpVisit elsewhere = Visitors.signedIn(patient.email());
        assertThat(change(People.PASSWORD, ANOTHER, ANOTHER).location()).endsWith("/account?done=password-replaced");

        assertThat(here.get("/consultations").status()).isEqualTo(200);
        assertThat(elsewhere.get("/consultations").location()).contains("/sign-in");
        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), People.PASSWORD)
                        .isDone())
                .isFalse();
        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), ANOTHER)
                        .isDone())
                .isTrue();
        assertThat(Stand.get().mails().take(patient.email(), "Your password was changed"))
                .isNotNull();
    }

    @Test
    void theFormSaysWhyAPasswordIsRefused() {
        assertThat(change("not the password", ANOTHER, ANOTHER).body()).contains("This is not your present password.");
        assertThat(change(People.PASSWORD, ANOTHER, ANOTHER + "x").body()).contains("The passwords don’t match.");
        assertThat(change(People.PASSWORD, "fourteen chars", "fourteen chars").body())
                .contains("Please use at least 15 characters.");
        assertThat(change(People.PASSWORD, patient.email(), patient.email()).body())
                .contains("This password contains your name or address");

        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), People.PASSWORD)
                        .isDone())
                .isTrue();
    }

    /** Somebody at a computer that was left alone cannot guess for long. */
    @Test
    void whoGuessesThePresentPasswordHasToWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(change("wrong " + i, ANOTHER, ANOTHER).body()).contains("This is not your present password.");
        }
        Answer refused = change(People.PASSWORD, ANOTHER, ANOTHER);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Too many wrong passwords.");
    }

    @Test
    void theLanguageIsKeptForLetters() {
        HtmlForm read = HtmlForm.in(here.get("/account").body(), "read").with("in", "SPANISH");
        assertThat(here.post("/account", read).location()).endsWith("/account?done=language-changed");

        assertThat(here.get("/account").body()).contains("<h1>Su cuenta</h1>");
        HttpVisit other = Visitors.signedIn(patient.email());
        assertThat(Visitors.page(other, "/account").select("option[selected]").val())
                .isEqualTo("SPANISH");
        change(People.PASSWORD, ANOTHER, ANOTHER);
        assertThat(Stand.get().mails().take(patient.email(), "Su contraseña ha cambiado"))
                .isNotNull();
    }

    private Answer change(String present, String password, String repeated) {
        return here.post(
                "/account/password",
                HtmlForm.in(here.get("/account/password").body(), "change")
                        .with("present", present)
                        .with("password", password)
                        .with("repeated", repeated));
    }

    @Test
    void sessionsAreListedAndEnded() {
        HttpVisit elsewhere = Visitors.signedIn(Stand.get().secondNode().address(), patient);
        HttpVisit third = Visitors.signedIn(patient.email());
        Elements rows = Visitors.page(here, "/account").select("form#sessions li");
        assertThat(rows).hasSize(3);
        assertThat(rows.select("strong").eachText()).containsExactly("This one");
        assertThat(rows.select("h3").eachText()).allMatch(device -> device.contains("127.0.0.1"));

        Element button = rows.select("button").get(0);
        HtmlForm one = HtmlForm.in(here.get("/account").body(), "sessions")
                .without("sessions:send")
                .withParameter(button.attr("name"), button.attr("value"));
        assertThat(here.post("/account", one).location()).endsWith("/account?done=session-ended");
        assertThat(Visitors.page(here, "/account").select("form#sessions li")).hasSize(2);

        HtmlForm others = HtmlForm.in(here.get("/account").body(), "sessions");
        assertThat(here.post("/account", others).isDone()).isTrue();
        assertThat(here.get("/consultations").status()).isEqualTo(200);
        for (HttpVisit ended : List.of(elsewhere, third)) {
            assertThat(ended.get("/consultations").location()).contains("/sign-in");
        }
    }

    /** Another person's session cannot be ended by its handle. */
    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        Person other = People.patient();
        HttpVisit there = Visitors.signedIn(other.email());
        HttpVisit alsoThere = Visitors.signedIn(other.email());
        Element foreign =
                Visitors.page(there, "/account").select("form#sessions button").get(0);
        HttpVisit own = Visitors.signedIn(patient.email());
        Element button =
                Visitors.page(here, "/account").select("form#sessions button").get(0);
        HtmlForm form = HtmlForm.in(here.get("/account").body(), "sessions")
                .without("sessions:send")
                .withParameter(button.attr("name"), foreign.attr("value"));
        here.post("/account", form);
        for (HttpVisit visit : List.of(there, alsoThere, own, here)) {
            assertThat(visit.get("/consultations").status()).isEqualTo(200);
        }
    }
}
