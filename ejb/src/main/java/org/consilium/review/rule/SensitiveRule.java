package org.consilium.review.rule;

import java.util.Optional;
import org.consilium.review.mark.MarkKind;

/**
 * A clinician has seen the record of a patient whom the privacy officer has marked: somebody of public interest, or an
 * employee. Such records draw people who have no need to see them (45 CFR 164.502(b)), and 45 CFR 164.308(a)(1)(ii)(A)
 * asks to assess the risks that there are; the review is that of 164.308(a)(1)(ii)(D).
 */
final class SensitiveRule implements AccessRule {

    @Override
    public RuleName name() {
        return RuleName.SENSITIVE;
    }

    @Override
    public Optional<Hit> check(Access access) {
        if (!access.entry().isAccess() || access.marks().isEmpty()) {
            return Optional.empty();
        }
        boolean vip = access.marks().stream().anyMatch(mark -> mark.kind() == MarkKind.VIP);
        return Optional.of(Hit.of(vip ? Why.MARKED_VIP : Why.MARKED_EMPLOYEE));
    }
}
