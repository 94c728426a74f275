package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.AuthenticatorApp;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** Somebody who has set up an authenticator app, and the visit in which they have. */
record FactorOwner(Person person, HttpVisit visit, AuthenticatorApp app) {
    private static final String FACTOR = "/account/second-factor";

    /** The code of the step before has confirmed the app, so that this one and the next can still be used. */
    static FactorOwner of(Person person) {
        HttpVisit visit = Visitors.signedIn(person.email());
        AuthenticatorApp app = AuthenticatorApp.of(visit.get(FACTOR).body());
        if (!confirm(visit, app)) {
            // the code was too old if the next step began at that moment
            assertThat(confirm(visit, app)).isTrue();
        }
        assertThat(Stand.get().mails().take(person.email(), "Your second step at sign-in was changed"))
                .isNotNull();
        return new FactorOwner(person, visit, app);
    }

    private static boolean confirm(HttpVisit visit, AuthenticatorApp app) {
        HtmlForm form = HtmlForm.in(visit.get(FACTOR).body(), "confirm")
                .with("code", app.code(-1))
                .with("password", People.PASSWORD);
        return visit.post(FACTOR, form).isDone();
    }

    /** Another visit, in which the password was entered: where that leads. */
    static String afterPassword(Person person) {
        return Visitors.signIn(Visitors.anonymous(), person.email(), People.PASSWORD)
                .location();
    }

    /** Signs in with the password and a code. */
    Answer signInWithCode() {
        HttpVisit other = Visitors.anonymous();
        assertThat(Visitors.signIn(other, person.email(), People.PASSWORD).location())
                .contains("/sign-in/code");
        return other.post(
                "/sign-in/code",
                HtmlForm.in(other.get("/sign-in/code").body(), "answer").with("code", app.code(0)));
    }

    /** How many second factors and recovery codes there are. */
    long factors() {
        return Records.number(
                "SELECT (SELECT COUNT(*) FROM authenticator WHERE account_id = a.id)"
                        + " + (SELECT COUNT(*) FROM recovery_code WHERE account_id = a.id)"
                        + " + (SELECT COUNT(*) FROM passkey WHERE account_id = a.id) FROM account a WHERE email = ?",
                person.email());
    }

    /** Adds a passkey that no device has. */
    void addPasskey() {
        Records.change(
                "INSERT INTO passkey (public_id, account_id, user_handle, credential_id, credential_hash, public_key,"
                        + " sign_count, name, transports, backup_eligible, backed_up, created_at, version)"
                        + " SELECT ?, id, REPEAT('h', 32), 'id', SHA2(email, 256), 'key', 0, 'Lost phone', '', 1, 1,"
                        + " UTC_TIMESTAMP(6), 0 FROM account WHERE email = ?",
                People.id(),
                person.email());
    }
}
