package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Somebody who is signed in chooses another password by a letter: the session of that browser ends like all others. */
class PasswordResetPageIT {
    private static final String ANOTHER = "another horse battery staple";

    @Test
    void endsTheSessionOfItsOwnBrowserToo() {
        Person patient = People.patient();
        HttpVisit here = Visitors.signedIn(patient.email());
        HttpVisit elsewhere = Visitors.signedIn(patient.email());
        HtmlForm forgot =
                HtmlForm.in(here.get("/forgot-password").body(), "forgot").with("email", patient.email());
        assertThat(here.post("/forgot-password", forgot).location()).contains("done=reset-sent");
        String token = Stand.get().mails().takeToken(patient.email());
        assertThat(here.get("/reset-password?token=" + token).location()).endsWith("/reset-password");
        HtmlForm reset = HtmlForm.in(here.get("/reset-password").body(), "reset")
                .with("password", ANOTHER)
                .with("repeated", ANOTHER);
        assertThat(here.post("/reset-password", reset).location()).contains("done=password-changed");
        for (HttpVisit visit : new HttpVisit[] {here, elsewhere}) {
            assertThat(visit.get("/consultations").location()).contains("/sign-in");
        }
        assertThat(Visitors.signIn(here, patient.email(), ANOTHER).isDone()).isTrue();
        assertThat(Stand.get().mails().take(patient.email(), "Your password was changed"))
                .isNotNull();
    }
}
