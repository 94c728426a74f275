package org.consilium.review;

import java.time.Instant;
import java.time.LocalDate;
import org.consilium.audit.AuditKind;
import org.consilium.review.rule.Hit;
import org.consilium.review.rule.RuleName;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found in some entries of one person, patient, and day.
 *
 * @param hit of the last one
 * @param kind of the last one
 * @param entries how many
 * @param total whether that is all of the day, and not what has come since the last time
 */
public record Found(Key key, Hit hit, AuditKind kind, long entries, boolean total, Instant firstAt, Instant lastAt) {

    /**
     * There is one finding for each.
     *
     * @param account of the person
     * @param patient null if it is about none
     * @param day at the hospital
     */
    public record Key(RuleName rule, long account, @Nullable Long patient, LocalDate day) {}

    /** With what the same rule has found in a later entry. */
    public Found and(Found later) {
        return new Found(
                key,
                later.hit,
                later.kind,
                total ? later.entries : entries + later.entries,
                total,
                firstAt.isBefore(later.firstAt) ? firstAt : later.firstAt,
                lastAt.isAfter(later.lastAt) ? lastAt : later.lastAt);
    }
}
