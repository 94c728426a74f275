package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.consilium.access.Role;
import org.consilium.account.AccountStatusException;
import org.consilium.account.EmailTakenException;
import org.consilium.account.InvitationService;
import org.consilium.account.PasswordOwner;
import org.consilium.account.PeopleService;
import org.consilium.account.Person;
import org.consilium.account.PersonName;
import org.consilium.account.SignInService;
import org.consilium.account.password.WeakPasswordException;
import org.consilium.care.NewStaffMember;
import org.consilium.care.StaffService;
import org.consilium.care.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in of the hospital's own people: one link, for one person, once, for a week. */
class InvitationIT extends InContainer {

    @Inject
    private StaffService staff;

    @Inject
    private InvitationService invitations;

    @Inject
    private SignInService signIn;

    @Inject
    private PeopleService people;

    private Actor administrator;
    private NewStaffMember form;
    private String token;

    @BeforeEach
    void invite() {
        administrator = hospital.firstAdministrator();
        form = new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), Role.DOCTOR, Hospital.SKIN);
        token = hospital.invite(form);
    }

    @Test
    void isAcceptedOnce() {
        assertThat(invitations.find(token))
                .contains(new PasswordOwner(new PersonName("Kim", form.lastName()), form.email(), Role.DOCTOR));
        invitations.accept(token, Hospital.PASSWORD, Locale.forLanguageTag("es"));
        assertThat(rows.only("select language from account where email = ?", form.email()))
                .isEqualTo("es");
        assertThat(Hospital.signIn(signIn, form.email(), Hospital.PASSWORD))
                .hasValueSatisfying(caller -> assertThat(caller.role()).isEqualTo(Role.DOCTOR));

        assertRefused(token);
        assertThat(Hospital.signIn(signIn, form.email(), Hospital.PASSWORD)).isPresent();
    }

    @Test
    void endsAfterAWeek() {
        assertThat(Integer.parseInt(rows.only(
                        "select timestampdiff(second, utc_timestamp(6), invitation_expires_at) from account"
                                + " where email = ?",
                        form.email())))
                .isCloseTo((int) Duration.ofDays(7).toSeconds(), within(60));
        rows.change(
                "update account set invitation_expires_at = utc_timestamp(6) - interval 1 second where email = ?",
                form.email());
        assertRefused(token);
        assertThat(status()).isEqualTo("INVITED");
    }

    @Test
    void endsWhenThereIsANewOne() {
        administrator.does(() -> invitations.renew(account().id()));
        assertRefused(token);
        invitations.accept(hospital.mails().takeToken(form.email()), Hospital.PASSWORD, Locale.ENGLISH);
        assertThat(status()).isEqualTo("ACTIVE");
        assertThatExceptionOfType(AccountStatusException.class)
                .isThrownBy(() ->
                        administrator.does(() -> invitations.renew(account().id())));
    }

    @Test
    void endsWithTheAccount() {
        administrator.does(() -> people.disable(account().id()));
        assertRefused(token);
        administrator.does(() -> people.enable(account().id()));
        assertThat(status()).isEqualTo("INVITED");
        assertRefused(token);
    }

    @Test
    void needsAPasswordThatIsLongEnough() {
        assertThatExceptionOfType(WeakPasswordException.class)
                .isThrownBy(() -> invitations.accept(token, "too short", Locale.ENGLISH));
        assertThat(status()).isEqualTo("INVITED");
    }

    @Test
    void isKeptAsAHashAlone() {
        assertThat(rows.only("select invitation_hash from account where email = ?", form.email()))
                .hasSize(64)
                .doesNotContain(token);
    }

    @Test
    void isNotForAnAddressThatHasAnAccount() {
        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> administrator.does(() -> staff.invite(form, hospital.ticketOf(administrator))));
    }

    @Test
    void isNotForATeamThatIsNotThere() {
        NewStaffMember nowhere =
                new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), Role.NURSE, new TeamId("A".repeat(22)));
        Refusals.assertNotFound(
                "invite", () -> administrator.does(() -> staff.invite(nowhere, hospital.ticketOf(administrator))));
        assertThat(rows.count("account where email = ?", nowhere.email())).isZero();
    }

    private void assertRefused(String token) {
        assertThat(invitations.find(token)).isEmpty();
        Refusals.assertNotFound("accept", () -> invitations.accept(token, "another long password", Locale.ENGLISH));
    }

    private String status() {
        return rows.only("select status from account where email = ?", form.email());
    }

    private Person account() {
        return administrator.asks(() -> people.list(form.email(), null)).rows().get(0);
    }
}
