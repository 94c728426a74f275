package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.consilium.access.NotFoundException;
import org.consilium.account.PeopleService;
import org.consilium.account.SignInService;
import org.consilium.account.reset.PasswordResetService;
import org.consilium.account.reset.PasswordResetTimer;
import org.consilium.care.NewPatient;
import org.consilium.local.mail.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A forgotten password is replaced by a link in a letter, which works once, within an hour; the owner is told. */
class PasswordResetIT extends InContainer {
    private static final String ANOTHER = "another horse battery staple";

    @Inject
    private PasswordResetService resets;

    @Inject
    private PasswordResetTimer timer;

    @Inject
    private SignInService signIn;

    @Inject
    private PeopleService people;

    private Actor patient;
    private String email;

    @BeforeEach
    void register() {
        patient = hospital.patient();
        email = rows.only("select email from account where id = ?", patient.key());
    }

    private String requested() {
        resets.request(email, Locale.ENGLISH, Hospital.NETWORK);
        return hospital.mails().takeToken(email);
    }

    private void assertRefused(String token) {
        assertThat(resets.find(token)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> resets.reset(token, ANOTHER));
    }

    @Test
    void worksOnceAndIsTold() {
        String token = requested();
        assertThat(resets.find(token)).isPresent();
        resets.reset(token, ANOTHER);
        assertThat(Hospital.signIn(signIn, email, Hospital.PASSWORD)).isEmpty();
        assertThat(Hospital.signIn(signIn, email, ANOTHER)).isPresent();
        assertThat(hospital.mails().take(email).subject()).isEqualTo("Your password was changed");
        assertRefused(token);
    }

    @Test
    void endsAllOtherLinks() {
        List<String> tokens = List.of(requested(), requested());
        resets.reset(tokens.get(0), ANOTHER);
        tokens.forEach(this::assertRefused);
    }

    @Test
    void endsAfterAnHour() {
        String token = requested();
        rows.change(
                "update password_reset set created_at = utc_timestamp(6) - interval 1 hour where account_id = ?",
                patient.key());
        assertRefused(token);
        timer.expire();
        assertThat(rows.count("password_reset where account_id = ?", patient.key()))
                .isZero();
    }

    @Test
    void doesNotOpenAnAccountThatWasDisabledMeanwhile() {
        String token = requested();
        hospital.firstAdministrator().does(() -> people.disable(patient.account()));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> resets.reset(token, ANOTHER));
        assertThat(Hospital.signIn(signIn, email, ANOTHER)).isEmpty();
    }

    /** And not in that of the page, which a stranger may have chosen. */
    @Test
    void isWrittenInTheLanguageOfTheOwner() {
        NewPatient english = Hospital.form(Hospital.email());
        hospital.register(english);
        resets.request(english.email(), Locale.forLanguageTag("es"), Hospital.NETWORK);
        assertThat(hospital.mails().take(english.email()).subject()).isEqualTo("Choose another password");
    }

    /** The link leads where nothing can be opened. */
    @Test
    void tellsAnAddressWithoutAnAccountSo() {
        String nobody = Hospital.email();
        resets.request(nobody, Locale.forLanguageTag("es"), Hospital.NETWORK);
        Letter letter = hospital.mails().take(nobody);
        assertThat(letter.subject()).isEqualTo("No hay ninguna cuenta con este correo");
        assertThat(letter.text() + letter.html()).doesNotContain("token=");
    }

    /** The token is encrypted while the letter waits, and hashed afterwards. */
    @Test
    void leavesNoTokenInTheDatabase() {
        String token = requested();
        assertThat(rows.count(
                        "password_reset where account_id = ? and token_hash = sha2(?, 256)", patient.key(), token))
                .isEqualTo(1);
        awaitNoneLeft(email);
    }

    /** A letter arrives a moment before its row is deleted. */
    private void awaitNoneLeft(String recipient) {
        await().pollInSameThread().until(() -> rows.count("letter where recipient = ?", recipient) == 0);
    }

    @Test
    void sendsAFewLettersToOneAddressAndNoMore() {
        String nobody = Hospital.email();
        for (int request = 0; request < 8; request++) {
            resets.request(nobody, Locale.ENGLISH, Hospital.NETWORK);
        }
        assertThat(hospital.mails().takeAll(nobody, 5)).hasSize(5);
        awaitNoneLeft(nobody);
    }
}
