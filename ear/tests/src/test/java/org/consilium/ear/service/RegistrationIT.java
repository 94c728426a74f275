package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.Locale;
import org.consilium.access.NotFoundException;
import org.consilium.access.Role;
import org.consilium.account.EmailTakenException;
import org.consilium.account.InvitationService;
import org.consilium.account.SignInService;
import org.consilium.care.NewPatient;
import org.consilium.care.NewStaffMember;
import org.consilium.care.RegistrationService;
import org.consilium.care.RegistrationTimer;
import org.consilium.local.mail.Letter;
import org.junit.jupiter.api.Test;

/** A person becomes a patient once, with a password that nobody can read. */
class RegistrationIT extends InContainer {

    @Inject
    private RegistrationService registration;

    @Inject
    private RegistrationTimer timer;

    @Inject
    private InvitationService invitations;

    @Inject
    private SignInService signIn;

    @Test
    void opensAnAccountOnceTheAddressIsConfirmed() {
        NewPatient form = Hospital.form(Hospital.email());
        registration.register(form, Locale.ENGLISH, Hospital.NETWORK);
        String token = hospital.mails().takeToken(form.email());
        assertThat(Hospital.signIn(signIn, form.email(), Hospital.PASSWORD)).isEmpty();
        assertThat(registration.address(token)).contains(form.email());
        assertThat(registration.confirm(token, "not the password")).isFalse();
        assertThat(rows.count("account where email = ?", form.email())).isZero();
        assertThat(registration.confirm(token, form.password())).isTrue();
        assertThat(registration.address(token)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> registration.confirm(token, form.password()));
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
        String one = hashOf(registered());
        String other = hashOf(registered());
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(Hospital.PASSWORD);
        assertThat(other).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(one);
    }

    /** A second registration leads to a letter that says so, and that has no link to open anything. */
    @Test
    void takesAnAddressOnce() {
        String email = Hospital.email();
        hospital.register(Hospital.form(email));
        registration.register(
                Hospital.form(email.toUpperCase(Locale.ROOT)), Locale.forLanguageTag("es"), Hospital.NETWORK);
        Letter letter = hospital.mails().take(email);
        assertThat(letter.subject()).isEqualTo("Ya tiene una cuenta");
        assertThat(letter.text() + letter.html()).contains("/sign-in").doesNotContain("token=");
        assertThat(rows.count("account where email = ?", email)).isEqualTo(1);
    }

    @Test
    void reservesNothing() {
        NewPatient stranger = Hospital.form(Hospital.email());
        registration.register(stranger, Locale.ENGLISH, Hospital.NETWORK);
        String token = hospital.mails().takeToken(stranger.email());
        NewStaffMember member =
                new NewStaffMember(stranger.email(), "Kim", Hospital.word(), Role.DOCTOR, Hospital.SKIN);
        invitations.accept(hospital.invite(member), Hospital.PASSWORD, Locale.ENGLISH);
        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> registration.confirm(token, stranger.password()));
        assertThat(Hospital.signIn(signIn, stranger.email(), Hospital.PASSWORD))
                .hasValueSatisfying(caller -> assertThat(caller.role()).isEqualTo(Role.DOCTOR));
    }

    @Test
    void endsAfterADay() {
        NewPatient form = Hospital.form(Hospital.email());
        registration.register(form, Locale.ENGLISH, Hospital.NETWORK);
        String token = hospital.mails().takeToken(form.email());
        rows.change(
                "update registration set created_at = utc_timestamp(6) - interval 24 hour where email = ?",
                form.email());
        assertThat(registration.address(token)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> registration.confirm(token, form.password()));
        timer.expire();
        assertThat(rows.count("registration where email = ?", form.email())).isZero();
    }

    private String registered() {
        NewPatient filledIn = Hospital.form(Hospital.email());
        hospital.register(filledIn);
        return filledIn.email();
    }

    private String hashOf(String email) {
        return rows.only("select password_hash from account where email = ?", email);
    }
}
