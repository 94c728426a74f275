package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.consilium.access.Role;
import org.consilium.platform.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account lets its owner in, and nobody who guesses. */
class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "99, 0", "100, 1", "101, 2", "102, 4", "105, 32", "106, 60", "107, 60", "1000, 60"})
    void locksForLongerWithEachWrongPassword(int failures, long minutes) {
        assertThat(Lockout.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void refusesTheRightPasswordWhileLocked() {
        Account account = locked();

        assertThat(account.isOpen(false, NOW.plusSeconds(59))).isFalse();
        assertThat(account.isOpen(false, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void doesNotCountWhatIsTriedWhileLocked() {
        Account account = locked();
        guess(account, false, NOW.plusSeconds(1));

        assertThat(account.isLocked(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void forgetsWrongPasswordsAfterTheRightOne() {
        Account account = active();
        fail(account, Lockout.FREE_FAILURES - 1);
        assertThat(account.isOpen(false, NOW)).isTrue();
        account.unlock();
        fail(account, Lockout.FREE_FAILURES - 1);

        assertThat(account.isLocked(NOW)).isFalse();
    }

    /** Somebody who knows the password, and guesses codes. */
    @Test
    void locksAfterManyWrongCodesAlthoughThePasswordIsRight() {
        Account account = active();
        for (int i = 0; i < Lockout.FREE_FAILURES; i++) {
            assertThat(account.isOpen(false, NOW)).isTrue();
            account.refuse(false, NOW);
        }

        assertThat(account.isOpen(false, NOW)).isFalse();
        assertThat(account.isOpen(true, NOW)).as("from a known device").isTrue();
        assertThat(account.takeRefusedSignIns()).isEqualTo(Lockout.FREE_FAILURES);
    }

    @Test
    void letsInWhoComesFromAKnownDeviceWhateverOthersDo() {
        Account account = locked();

        assertThat(account.isOpen(true, NOW)).isTrue();
    }

    @Test
    void forgivesOneWrongPasswordInTenMinutes() {
        Account account = active();
        Instant time = NOW;
        for (int hour = 0; hour < 1000; hour++) {
            guess(account, false, time);
            time = time.plus(Duration.ofMinutes(11));
        }

        assertThat(account.isLocked(time)).isFalse();
        assertThat(account.isOpen(false, time)).isTrue();
    }

    @Test
    void addsUpWhatIsTriedFasterThanItIsForgiven() {
        Account account = active();
        Instant time = NOW;
        for (int attempt = 0; attempt < 3 * Lockout.FREE_FAILURES; attempt++) {
            guess(account, false, time);
            time = time.plus(Duration.ofMinutes(5));
        }

        assertThat(account.isLocked(time.minus(Duration.ofMinutes(5)))).isTrue();
    }

    @Test
    void tellsOnceThatItLocks() {
        Account account = active();
        fail(account, Lockout.FREE_FAILURES - 1);
        assertThat(guess(account, true, NOW)).as("on a known device").isFalse();
        assertThat(guess(account, false, NOW)).isTrue();
        assertThat(guess(account, false, NOW)).as("while it is locked").isFalse();
        assertThat(guess(account, false, NOW.plusSeconds(60)))
                .as("locked again")
                .isFalse();
    }

    @Test
    void tellsOfWrongPasswordsOnce() {
        Account account = active();
        fail(account, 4);
        guess(account, true, NOW);

        assertThat(account.takeRefusedSignIns()).isEqualTo(5);
        assertThat(account.takeRefusedSignIns()).isZero();
    }

    @Test
    void isOpenAgainOnceUnlocked() {
        Account account = locked();
        account.unlock();

        assertThat(account.isOpen(false, NOW)).isTrue();
    }

    @Test
    void letsNobodyInWhoIsInvitedOnlyOrDisabled() {
        Account invited = invited();
        assertThat(invited.isOpen(false, NOW)).isFalse();

        Account disabled = active();
        disabled.disable();
        assertThat(disabled.isOpen(false, NOW)).isFalse();
        disabled.enable();
        assertThat(disabled.isOpen(false, NOW)).isTrue();
    }

    @Test
    void isActivatedOnce() {
        Account account = invited();
        account.invite("hash", NOW.plusSeconds(60));
        assertThat(account.isInvitationOpen(NOW)).isTrue();
        assertThat(account.isInvitationOpen(NOW.plusSeconds(60))).isFalse();

        account.activate("password hash");

        assertThat(account.isInvitationOpen(NOW)).isFalse();
        assertThatExceptionOfType(AccountStatusException.class).isThrownBy(() -> account.activate("another"));
        assertThatExceptionOfType(AccountStatusException.class)
                .isThrownBy(() -> account.invite("hash", NOW.plusSeconds(60)));
    }

    @Test
    void isInvitedAgainWhenItIsEnabledBeforeItWasEverUsed() {
        Account account = invited();
        account.disable();
        account.enable();

        assertThat(account.asPerson(NOW, false).status()).isEqualTo(AccountStatus.INVITED);
    }

    /** A renewed hash has the salt of the one before. */
    @Test
    void endsSessionsWithAnotherPasswordAlone() {
        Account account = invited();
        account.activate("$argon2id$v=19$m=64,t=1,p=1$c2FsdA$b25l");
        account.markStored();

        account.renewHash("of another password", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dHdv");
        assertThat(account.passwordHash()).isEqualTo("$argon2id$v=19$m=64,t=1,p=1$c2FsdA$b25l");
        account.renewHash("$argon2id$v=19$m=64,t=1,p=1$c2FsdA$b25l", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dHdv");
        assertThat(account.passwordHash()).isEqualTo("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dHdv");
        assertThat(account.endsSessions()).isFalse();

        account.replacePassword("$argon2id$v=19$m=19456,t=2,p=1$b3RoZXI$dHdv");
        assertThat(account.endsSessions()).isTrue();
    }

    private static Account invited() {
        return new Account(Mailbox.of("ida@example.org"), new PersonName("Ida", "Invited"), Role.NURSE, NOW);
    }

    private static Account active() {
        Account account = invited();
        account.activate("hash");
        return account;
    }

    private static Account locked() {
        Account account = active();
        fail(account, Lockout.FREE_FAILURES);
        return account;
    }

    private static boolean guess(Account account, boolean known, Instant time) {
        return account.isOpen(known, time) && account.refuse(known, time);
    }

    private static void fail(Account account, int times) {
        for (int i = 0; i < times; i++) {
            guess(account, false, NOW);
        }
    }
}
