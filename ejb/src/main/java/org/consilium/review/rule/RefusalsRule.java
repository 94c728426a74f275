package org.consilium.review.rule;

import java.util.Optional;

/**
 * Somebody was refused many times: they, or somebody who uses their account, may be trying to find out what is open to
 * them. An attempt at unauthorized access is a security incident, too (45 CFR 164.304), and incidents have to be
 * identified (164.308(a)(6)(ii)).
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
