package org.consilium.ear.http;

import org.consilium.ear.stand.People;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** The form by which people become patients, filled in. */
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
}
