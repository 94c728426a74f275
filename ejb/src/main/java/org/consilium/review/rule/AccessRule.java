package org.consilium.review.rule;

import java.util.Optional;

/** A rule that looks at each access to a patient's record alone. */
public interface AccessRule {

    RuleName name();

    /** Empty if there is nothing to review. */
    Optional<Hit> check(Access access);
}
