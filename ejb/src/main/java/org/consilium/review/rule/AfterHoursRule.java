package org.consilium.review.rule;

import java.util.Optional;

/**
 * Somebody has seen records outside of the hospital's working hours. A few are usual for those on call, so a number of
 * them makes a finding. Unusual times of day are an example of atypical usage in NIST SP 800-53 Rev. 5, AC-2(12).
 *
 * @param least accesses outside of working hours in a day
 */
record AfterHoursRule(long least) implements DayRule {

    @Override
    public RuleName name() {
        return RuleName.AFTER_HOURS;
    }

    @Override
    public Optional<Hit> check(StaffDay day) {
        return day.afterHours() >= least
                ? Optional.of(Hit.of(Why.OUTSIDE_OF_HOURS, day.afterHours()))
                : Optional.empty();
    }
}
