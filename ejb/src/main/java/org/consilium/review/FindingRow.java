package org.consilium.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.AccountSummary;
import org.consilium.audit.AuditKind;
import org.consilium.review.rule.RuleName;
import org.consilium.review.rule.Why;
import org.jspecify.annotations.Nullable;

/**
 * A finding, as the privacy officers see it.
 *
 * @param numbers of the sentence that says why, in their order
 * @param person who did it
 * @param patient null for a finding about no patient
 * @param day at the hospital
 * @param kind of the last entry
 * @param entries how many there are
 * @param overdue whether it should have been decided
 * @param handedOn whether the reader has had it open, and it has gone to somebody else
 */
public record FindingRow(
        FindingId id,
        RuleName rule,
        Why why,
        List<Long> numbers,
        Party person,
        Role role,
        @Nullable Party patient,
        LocalDate day,
        AuditKind kind,
        long entries,
        Instant firstAt,
        Instant lastAt,
        Instant dueAt,
        boolean overdue,
        boolean handedOn) {

    public FindingRow {
        numbers = List.copyOf(numbers);
    }

    /**
     * A person of a finding.
     *
     * @param full the full name
     */
    public record Party(AccountId id, String full) {
        static Party of(AccountSummary account) {
            return new Party(account.id(), account.name().full());
        }
    }
}
