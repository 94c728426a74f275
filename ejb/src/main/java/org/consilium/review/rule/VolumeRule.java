package org.consilium.review.rule;

import java.util.Optional;

/**
 * Somebody has seen far more than is usual for them and for their team: somebody who collects records, or an account in
 * the wrong hands. NIST SP 800-53 Rev. 5 asks to monitor accounts for atypical usage (AC-2(12)), and to review audit
 * records for unusual activity (AU-6).
 *
 * <p>The day is unusual if it has at least a number of accesses, and more than so many times the average of the
 * person's own last 30 days, and of the team's. Somebody new has no average of their own: the team's counts alone.
 *
 * @param least accesses below which no day is unusual
 * @param times how many times the average
 */
record VolumeRule(long least, double times) implements DayRule {

    @Override
    public RuleName name() {
        return RuleName.VOLUME;
    }

    @Override
    public Optional<Hit> check(StaffDay day) {
        if (day.accesses() < least) {
            return Optional.empty();
        }
        StaffDay.Usual usual = day.usual().get();
        boolean isMore = day.accesses() > times * usual.own() && day.accesses() > times * usual.team();
        return isMore
                ? Optional.of(
                        Hit.of(Why.MORE_THAN_USUAL, day.accesses(), Math.round(usual.own()), Math.round(usual.team())))
                : Optional.empty();
    }
}
