package org.consilium.review.rule;

import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.audit.Outcome;

/**
 * A clinician has opened a patient's record in an emergency. The emergency access procedure (45 CFR 164.312(a)(2)(ii))
 * bypasses the limits that hold otherwise, so each use of it is reviewed afterward (164.308(a)(1)(ii)(D)).
 */
final class BreakGlassRule implements AccessRule {

    @Override
    public RuleName name() {
        return RuleName.BREAK_GLASS;
    }

    @Override
    public Optional<Hit> check(Access access) {
        Entry entry = access.entry();
        return entry.action().equals(Action.OPEN_EMERGENCY.name()) && entry.outcome() == Outcome.DONE
                ? Optional.of(Hit.of(Why.EMERGENCY))
                : Optional.empty();
    }
}
