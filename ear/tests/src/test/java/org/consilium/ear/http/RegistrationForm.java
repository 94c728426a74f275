package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.local.mail.Letter;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** The forms by which people become patients, filled in. */
public final class RegistrationForm {

    private RegistrationForm() {}

    public static HtmlForm of(HttpVisit visit, String email) {
        return HtmlForm.in(visit.get("/register").body(), "register")
                .with("firstName", "Ines")
                .with("lastName", "Invented")
                .with("dateOfBirth", "1990-02-03")
                .with("email", email)
                .with("password", People.PASSWORD)
                .with("repeated", People.PASSWORD)
                .with("agreed", "on");
    }

    /** Registers, and opens the account by the letter to the address in its canonical form. */
    public static void register(HttpVisit visit, String email, String canonical) {
        assertThat(visit.post("/register", of(visit, email)).location()).contains("done=registered");
        assertThat(confirm(visit, Stand.get().mails().take(canonical), People.PASSWORD)
                        .location())
                .contains("done=confirmed");
    }

    public static void register(HttpVisit visit, String email) {
        register(visit, email, email);
    }

    /** Follows the link of a letter, and proves by the password that it was the same person. */
    public static Answer confirm(HttpVisit visit, Letter letter, String password) {
        assertThat(visit.get("/confirm?token=" + letter.token()).location()).endsWith("/confirm");
        return visit.post(
                "/confirm", HtmlForm.in(visit.get("/confirm").body(), "confirm").with("password", password));
    }
}
