package org.consilium.review.rule;

import java.util.Optional;

/** A rule that looks at what somebody of the staff has done in a day. */
public interface DayRule {

    RuleName name();

    /** Empty if there is nothing to review. */
    Optional<Hit> check(StaffDay day);
}
