package org.consilium.review.rule;

import java.util.Optional;

/**
 * Somebody was refused many times what they may not see or do: they, or somebody with their account, try what is open.
 * 45 CFR 164.308(a)(6)(ii) asks to identify suspected incidents; the review is that of 164.308(a)(1)(ii)(D).
 *
 * @param least refusals in a day
 */
record RefusalsRule(long least) implements DayRule {

    @Override
    public RuleName name() {
        return RuleName.REFUSALS;
    }

    @Override
    public Optional<Hit> check(StaffDay day) {
        return day.refusals() >= least ? Optional.of(Hit.of(Why.MANY_REFUSALS, day.refusals())) : Optional.empty();
    }
}
