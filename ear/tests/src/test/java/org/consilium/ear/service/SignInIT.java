package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.PeopleService;
import org.consilium.account.SignInProgress;
import org.consilium.account.SignInService;
import org.consilium.care.NewStaffMember;
import org.consilium.limit.SignInAttempt;
import org.consilium.limit.SignInName;
import org.consilium.limit.SignInOrigin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in with which password, and how wrong ones lock an account for a growing time. */
class SignInIT extends InContainer {

    private static final String WRONG = "incorrect horse battery";

    /** Of {@link Hospital#PASSWORD}, with 64 KiB and one pass. */
    private static final String LESS_EFFORT =
            "$argon2id$v=19$m=64,t=1,p=1$PCi7zGw4hbKbemeR8gwtOA" + "$Ks2M27FOeQex9yGHG2qxuuxOJKBzf2EI+RJ0R2OvoLY";

    @Inject
    private SignInService signIn;

    @Inject
    private PeopleService people;

    private Actor person;

    @BeforeEach
    void account() {
        person = hospital.patient();
    }

    @Test
    void needsTheRightPassword() {
        for (String email : List.of(person.email(), person.email().toUpperCase(Locale.ROOT))) {
            assertThat(signIn(email, Hospital.PASSWORD)).map(Caller::accountKey).contains(person.key());
        }
        for (String wrong : List.of(WRONG, "", Hospital.PASSWORD + " ", "x".repeat(100_000))) {
            assertThat(signIn(person.email(), wrong)).isEmpty();
        }
        assertThat(signIn(Hospital.email(), Hospital.PASSWORD)).isEmpty();
    }

    @Test
    void isNotForThoseWhoHaveNotAccepted() {
        NewStaffMember form = new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), Role.NURSE, Hospital.SKIN);
        String token = hospital.invite(form);
        assertThat(signIn(form.email(), "")).isEmpty();
        assertThat(signIn(form.email(), token)).isEmpty();
    }

    @Test
    void isNotForTheDisabled() {
        Actor administrator = hospital.firstAdministrator();
        administrator.does(() -> people.disable(person.account()));
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isEmpty();
        administrator.does(() -> people.enable(person.account()));
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isPresent();
    }

    @Test
    void locksForAGrowingTime() {
        failedBefore(98);
        fail(1);
        assertThat(lockedUntil()).isEqualTo("null");
        fail(1);
        assertLockedFor(Duration.ofMinutes(1));
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isEmpty();

        unlockByTime();
        fail(1);
        assertLockedFor(Duration.ofMinutes(2));

        unlockByTime();
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isPresent();
        fail(4);
        assertThat(lockedUntil()).isEqualTo("null");
    }

    @Test
    void isLockedForAnHourAtMost() {
        failedBefore(500);
        fail(1);
        assertLockedFor(Duration.ofHours(1));
    }

    /** An attempt on a locked account is none: nobody can keep a person out by going on. */
    @Test
    void doesNotCountWhileLocked() {
        failedBefore(99);
        fail(1);
        String until = lockedUntil();
        fail(3);
        assertThat(lockedUntil()).isEqualTo(until);
    }

    /** The version before counted differently, and its count has no time. */
    @Test
    void doesNotCountWhatTheVersionBeforeHasCounted() {
        rows.change("update account set failed_sign_ins = 200 where id = ?", person.key());
        fail(1);
        assertThat(lockedUntil()).isEqualTo("null");
    }

    @Test
    void countsEveryFailureOfManyAtOnce() {
        failedBefore(95);
        assertThat(Together.run(Collections.nCopies(5, person.task(() -> signIn(person.email(), WRONG)))))
                .allSatisfy(outcome -> assertThat(outcome.value()).isEmpty());
        assertLockedFor(Duration.ofMinutes(1));
    }

    @Test
    void isNeverLockedForADeviceThatHasSignedInBefore() {
        String device = signIn.rememberDevice(person.caller(), "");
        failedBefore(99);
        fail(1);

        assertThat(signInFrom(device, person.email())).isPresent();
    }

    @Test
    void knowsADeviceForEachAccountThatSignedInOnIt() {
        Actor other = hospital.patient();
        String device = signIn.rememberDevice(other.caller(), signIn.rememberDevice(person.caller(), ""));

        assertThat(isKnown(device, person.email())).isTrue();
        assertThat(isKnown(device, other.email())).isTrue();
        assertThat(isKnown(device, hospital.patient().email())).isFalse();
        assertThat(isKnown(device, Hospital.email())).isFalse();
        assertThat(isKnown("A".repeat(22) + device.substring(22), person.email()))
                .as("another device with the signatures of this one")
                .isFalse();
    }

    /** As when the owner chooses a new password. */
    @Test
    void knowsNoDeviceOnceThePasswordIsAnother() {
        String device = signIn.rememberDevice(person.caller(), "");
        rows.change("update account set password_hash = ? where id = ?", LESS_EFFORT, person.key());

        assertThat(isKnown(device, person.email())).isFalse();
    }

    /** As when the configuration asks for more effort than before. */
    @Test
    void aHashOfLessEffortIsRenewedAndKeepsDevicesKnown() {
        rows.change("update account set password_hash = ? where id = ?", LESS_EFFORT, person.key());
        String device = signIn.rememberDevice(person.caller(), "");

        assertThat(signIn(person.email(), WRONG)).isEmpty();
        assertThat(hash()).isEqualTo(LESS_EFFORT);
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isPresent();
        String renewed = hash();
        assertThat(renewed).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(isKnown(device, person.email())).isTrue();
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isPresent();
        assertThat(hash()).isEqualTo(renewed);
    }

    private String hash() {
        return rows.only("select password_hash from account where id = ?", person.key());
    }

    @Test
    void anAdministratorUnlocks() {
        failedBefore(99);
        fail(1);
        hospital.firstAdministrator().does(() -> people.unlock(person.account(), "Called us"));
        assertThat(signIn(person.email(), Hospital.PASSWORD)).isPresent();
    }

    /** 30 seconds, and a little for a slow machine. */
    @Test
    void whatIsOpenEndsSoonAfterTheAccountIsDisabled() {
        assertThat(signIn.isStillActive(person.caller())).isTrue();
        hospital.firstAdministrator().does(() -> people.disable(person.account()));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(35))
                .until(() -> !signIn.isStillActive(person.caller()));
    }

    private Optional<Caller> signIn(String email, String password) {
        return Hospital.signIn(signIn, email, password);
    }

    private Optional<Caller> signInFrom(String device, String email) {
        SignInOrigin origin = originOf(device, email);
        return signIn.signIn(new SignInAttempt(new SignInName(email), origin), origin, Hospital.PASSWORD)
                .flatMap(SignInProgress::caller);
    }

    private boolean isKnown(String device, String email) {
        return originOf(device, email).isKnown();
    }

    private SignInOrigin originOf(String device, String email) {
        return signIn.originOf(new SignInName(email), Hospital.NETWORK, device);
    }

    private void failedBefore(int times) {
        rows.change(
                "update account set failed_sign_ins = ?, forgiving_since = utc_timestamp(6) where id = ?",
                times,
                person.key());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn(person.email(), WRONG)).isEmpty();
        }
    }

    private void unlockByTime() {
        rows.change(
                "update account set locked_until = ? where id = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                person.key());
    }

    private String lockedUntil() {
        return rows.only("select locked_until from account where id = ?", person.key());
    }

    private void assertLockedFor(Duration wait) {
        long seconds = Long.parseLong(rows.only(
                "select timestampdiff(second, utc_timestamp(6), locked_until) from account where id = ?",
                person.key()));
        assertThat(seconds).isBetween(wait.toSeconds() - 20, wait.toSeconds());
    }
}
