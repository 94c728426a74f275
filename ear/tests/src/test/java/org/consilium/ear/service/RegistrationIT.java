package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.Locale;
import org.consilium.access.Role;
import org.consilium.account.EmailTakenException;
import org.consilium.account.SignInService;
import org.consilium.care.NewPatient;
import org.consilium.care.RegistrationService;
import org.junit.jupiter.api.Test;

/** A person becomes a patient once, with a password that nobody can read. */
class RegistrationIT extends InContainer {

    @Inject
    private RegistrationService registration;

    @Inject
    private SignInService signIn;

    @Test
    void opensAnAccountThatCanBeUsedAtOnce() {
        NewPatient form = Hospital.form(Hospital.email());
        registration.register(form, Hospital.NETWORK);
        assertThat(Hospital.signIn(signIn, form.email(), Hospital.PASSWORD)).hasValueSatisfying(caller -> {
            assertThat(caller.role()).isEqualTo(Role.PATIENT);
            assertThat(caller.fullName()).isEqualTo("Alex " + form.lastName());
        });
        assertThat(rows.only(
                        "select concat_ws(' ', p.date_of_birth, p.privacy_notice, p.privacy_accepted_at is not null)"
                                + " from patient p join account a on a.id = p.account_id where a.email = ?",
                        form.email()))
                .isEqualTo("1980-02-29 " + NewPatient.PRIVACY_NOTICE + " 1");
    }

    /** OWASP password storage cheat sheet: Argon2id with 19 MiB, two passes, one lane. */
    @Test
    void keepsAHashOfItsOwnForEachPassword() {
        String one = hashOf(hospital.patient());
        String other = hashOf(hospital.patient());
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(Hospital.PASSWORD);
        assertThat(other).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(one);
    }

    @Test
    void takesAnAddressOnce() {
        String email = Hospital.email();
        registration.register(Hospital.form(email), Hospital.NETWORK);
        assertTaken(email);
        assertTaken(email.toUpperCase(Locale.ROOT));
        assertThat(rows.count("account where email = ?", email)).isEqualTo(1);
    }

    private void assertTaken(String email) {
        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> registration.register(Hospital.form(email), Hospital.NETWORK));
    }

    private String hashOf(Actor person) {
        return rows.only("select password_hash from account where id = ?", person.key());
    }
}
