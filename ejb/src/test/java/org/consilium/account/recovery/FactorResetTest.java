package org.consilium.account.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountStatus;
import org.consilium.account.AccountSummary;
import org.consilium.account.PersonName;
import org.junit.jupiter.api.Test;

/** A reset of second factors takes two people, none of whom is the owner, and a patient's takes a day. */
class FactorResetTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final long OWNER = 1;
    private static final long REQUESTER = 2;
    private static final long APPROVER = 3;

    private static FactorReset requested(boolean inPerson) {
        AccountSummary owner = new AccountSummary(
                new AccountId("AAAAAAAAAAAAAAAAAAAAAA"),
                new PersonName("Ines", "Made"),
                Role.PATIENT,
                AccountStatus.ACTIVE,
                new AccountOwner(OWNER, "ines@example.org", Optional.empty(), Optional.empty()));
        return new FactorReset(owner, "Passport", inPerson, REQUESTER, NOW);
    }

    private static FactorReset approved(Role role, boolean inPerson) {
        FactorReset request = requested(inPerson);
        request.approve(APPROVER, role, NOW);
        return request;
    }

    @Test
    void ofAPatientTakesADay() {
        FactorReset request = approved(Role.PATIENT, false);
        assertThat(request.isDue(NOW.plus(Duration.ofHours(24)).minusMillis(1))).isFalse();
        assertThat(request.isDue(NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void ofOthersOrInPersonIsDueAtOnce() {
        assertThat(approved(Role.PATIENT, true).isDue(NOW)).isTrue();
        assertThat(approved(Role.NURSE, false).isDue(NOW)).isTrue();
    }

    @Test
    void isApprovedByASecondPersonWhoIsNotTheOwner() {
        FactorReset request = requested(false);
        for (long person : new long[] {OWNER, REQUESTER}) {
            assertThat(request.isApprovableBy(person, NOW)).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> request.approve(person, Role.PATIENT, NOW));
        }
        assertThat(request.isDue(NOW.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void isApprovedOnceAndInTime() {
        FactorReset request = requested(false);
        assertThat(request.isApprovableBy(APPROVER, NOW.plus(FactorReset.TTL).minusMillis(1)))
                .isTrue();
        assertThat(request.isApprovableBy(APPROVER, NOW.plus(FactorReset.TTL))).isFalse();
        request.approve(APPROVER, Role.PATIENT, NOW);
        assertThat(request.isOpen(NOW.plus(FactorReset.TTL))).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> request.approve(APPROVER + 1, Role.PATIENT, NOW));
    }

    @Test
    void isNotCarriedOutOnceItHasEnded() {
        FactorReset request = approved(Role.PATIENT, false);
        request.end(FactorResetOutcome.OWNER_SIGNED_IN, null, NOW);
        assertThat(request.isDue(NOW.plus(Duration.ofDays(2)))).isFalse();
        assertThat(request.isOpen(NOW)).isFalse();
    }
}
