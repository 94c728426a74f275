package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consilium.access.Role;
import org.consilium.account.AccountStatusException;
import org.consilium.account.EmailTakenException;
import org.consilium.account.Invitation;
import org.consilium.account.InvitationService;
import org.consilium.account.PeopleService;
import org.consilium.account.Person;
import org.consilium.account.PersonName;
import org.consilium.account.SignInService;
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
    private Invitation invitation;

    @BeforeEach
    void invite() {
        administrator = hospital.firstAdministrator();
        form = new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), Role.DOCTOR, Hospital.SKIN);
        invitation = administrator.asks(() -> staff.invite(form));
    }

    @Test
    void isAcceptedOnce() {
        assertThat(invitations.find(invitation.token())).contains(new PersonName("Kim", form.lastName()));
        invitations.accept(invitation.token(), Hospital.PASSWORD);
        assertThat(Hospital.signIn(signIn, form.email(), Hospital.PASSWORD))
                .hasValueSatisfying(caller -> assertThat(caller.role()).isEqualTo(Role.DOCTOR));

        assertRefused(invitation.token());
        assertThat(Hospital.signIn(signIn, form.email(), Hospital.PASSWORD)).isPresent();
    }

    @Test
    void endsAfterAWeek() {
        assertThat(invitation.expiresAt())
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
        rows.change(
                "update account set invitation_expires_at = ? where id = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                invitation.accountKey());
        assertRefused(invitation.token());
        assertThat(status()).isEqualTo("INVITED");
    }

    @Test
    void endsWhenThereIsANewOne() {
        Invitation next = administrator.asks(() -> invitations.renew(account().id()));
        assertRefused(invitation.token());
        invitations.accept(next.token(), Hospital.PASSWORD);
        assertThat(status()).isEqualTo("ACTIVE");
        assertThatExceptionOfType(AccountStatusException.class)
                .isThrownBy(() ->
                        administrator.asks(() -> invitations.renew(account().id())));
    }

    @Test
    void endsWithTheAccount() {
        administrator.does(() -> people.disable(account().id()));
        assertRefused(invitation.token());
        administrator.does(() -> people.enable(account().id()));
        assertThat(status()).isEqualTo("INVITED");
        assertRefused(invitation.token());
    }

    @Test
    void needsAPasswordThatIsLongEnough() {
        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(() -> invitations.accept(invitation.token(), "too short"))
                .withCauseInstanceOf(ConstraintViolationException.class);
        assertThat(status()).isEqualTo("INVITED");
    }

    @Test
    void isKeptAsAHashAlone() {
        assertThat(rows.only("select invitation_hash from account where id = ?", invitation.accountKey()))
                .hasSize(64)
                .doesNotContain(invitation.token());
        assertThat(invitation.toString()).doesNotContain(invitation.token());
    }

    @Test
    void isNotForAnAddressThatHasAnAccount() {
        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> administrator.asks(() -> staff.invite(form)));
    }

    @Test
    void isNotForATeamThatIsNotThere() {
        NewStaffMember nowhere =
                new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), Role.NURSE, new TeamId("A".repeat(22)));
        Refusals.assertNotFound("invite", () -> administrator.asks(() -> staff.invite(nowhere)));
        assertThat(rows.count("account where email = ?", nowhere.email())).isZero();
    }

    private void assertRefused(String token) {
        assertThat(invitations.find(token)).isEmpty();
        Refusals.assertNotFound("accept", () -> invitations.accept(token, "another long password"));
    }

    private String status() {
        return rows.only("select status from account where id = ?", invitation.accountKey());
    }

    private Person account() {
        return administrator.asks(() -> people.list(form.email(), null)).rows().get(0);
    }
}
