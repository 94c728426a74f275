package org.consilium.review.rule;

import java.util.Optional;
import org.consilium.review.mark.MarkKind;

/**
 * A clinician has seen the record of a patient whom the privacy officer has marked: a person of public interest, or an
 * employee. AHIMA's practice brief "Privacy and Security Audits of Electronic Health Information" (2013) names the
 * records of VIPs. Employees who looked at those of well-known patients without a reason were the subject of the
 * resolution agreement of HHS with UCLA Health System (2011).
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
