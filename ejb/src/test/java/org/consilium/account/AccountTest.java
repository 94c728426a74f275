package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.consilium.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account lets its owner in, and nobody who guesses. */
class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "7, 4", "10, 32", "11, 60", "12, 60", "1000, 60"})
    void locksForLongerWithEachWrongPassword(int failures, long minutes) {
        assertThat(Lockout.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void refusesTheRightPasswordWhileLocked() {
        Account account = locked();

        assertThat(account.signIn(true, NOW.plusSeconds(59))).isFalse();
        assertThat(account.signIn(true, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void doesNotCountWhatIsTriedWhileLocked() {
        Account account = locked();
        account.signIn(false, NOW.plusSeconds(1));

        assertThat(account.isLocked(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void forgetsWrongPasswordsAfterTheRightOne() {
        Account account = active();
        fail(account, 4);
        account.signIn(true, NOW);
        fail(account, 4);

        assertThat(account.isLocked(NOW)).isFalse();
    }

    @Test
    void isOpenAgainOnceUnlocked() {
        Account account = locked();
        account.unlock();

        assertThat(account.signIn(true, NOW)).isTrue();
    }

    @Test
    void letsNobodyInWhoIsInvitedOnlyOrDisabled() {
        Account invited = invited();
        assertThat(invited.signIn(true, NOW)).isFalse();

        Account disabled = active();
        disabled.disable();
        assertThat(disabled.signIn(true, NOW)).isFalse();
        disabled.enable();
        assertThat(disabled.signIn(true, NOW)).isTrue();
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

        assertThat(account.asPerson(NOW).status()).isEqualTo(AccountStatus.INVITED);
    }

    private static Account invited() {
        return new Account("ida@example.org", new PersonName("Ida", "Invited"), Role.NURSE, NOW);
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

    private static void fail(Account account, int times) {
        for (int i = 0; i < times; i++) {
            account.signIn(false, NOW);
        }
    }
}
