package org.consilium.review.rule;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * An account was used from two networks by two devices at the same time: most likely by two people, although each
 * person has to have an account of their own (45 CFR 164.312(a)(2)(i)), or by somebody who has stolen it. Unusual
 * locations are an example of atypical usage in NIST SP 800-53 Rev. 5, AC-2(12).
 *
 * @param within how close in time the two are
 */
public record TwoPlacesRule(Duration within) {

    public RuleName name() {
        return RuleName.TWO_PLACES;
    }

    /**
     * Whether there is another place.
     *
     * @param before other places of the account
     */
    public Optional<Hit> check(Place now, Collection<Place> before) {
        return before.stream()
                .filter(other -> !other.network().equals(now.network())
                        && !other.device().equals(now.device()))
                .map(other -> Duration.between(other.at(), now.at()).abs())
                .filter(apart -> apart.compareTo(within) <= 0)
                .min(Duration::compareTo)
                .map(apart -> Hit.of(Why.TWO_NETWORKS, apart.toMinutes()));
    }
}
