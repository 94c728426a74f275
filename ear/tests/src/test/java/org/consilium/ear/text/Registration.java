package org.consilium.ear.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.consilium.ear.http.RegistrationForm;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** Becoming a patient with names and a password of one's own. */
record Registration(String email, String firstName, String lastName, String password, LocalDate birth) {

    static Registration of(String firstName, String lastName) {
        return new Registration(newEmail(), firstName, lastName, People.PASSWORD, LocalDate.of(1990, 2, 3));
    }

    Registration with(String otherPassword) {
        return new Registration(email, firstName, lastName, otherPassword, birth);
    }

    Registration born(LocalDate day) {
        return new Registration(email, firstName, lastName, password, day);
    }

    /** Sends the form, and opens the account by the letter; the password is typed in another way the second time. */
    void open(String repeated) {
        HttpVisit visit = Visitors.anonymous();
        assertThat(send(visit, repeated).location()).contains("done=registered");
        assertThat(RegistrationForm.confirm(visit, Stand.get().mails().take(email), repeated)
                        .location())
                .contains("done=confirmed");
    }

    void open() {
        open(password);
    }

    Answer send() {
        return send(Visitors.anonymous(), password);
    }

    Answer send(HttpVisit visit, String repeated) {
        return visit.post("/register", form(visit, repeated));
    }

    /** The same by a proxy, which tells whom it comes from. */
    Answer sendFrom(HttpVisit visit, String address) {
        return visit.post("/register", form(visit, password), "X-Forwarded-For", address);
    }

    private HtmlForm form(HttpVisit visit, String repeated) {
        return HtmlForm.in(visit.get("/register").body(), "register")
                .with("firstName", firstName)
                .with("lastName", lastName)
                .with("dateOfBirth", birth.toString())
                .with("email", email)
                .with("password", password)
                .with("repeated", repeated)
                .with("agreed", "on");
    }

    /** Letters that nobody else's name begins with. */
    static String word() {
        return "w" + People.id().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    static String newEmail() {
        return word() + "@example.org";
    }
}
