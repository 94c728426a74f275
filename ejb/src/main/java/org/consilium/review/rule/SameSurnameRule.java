package org.consilium.review.rule;

import java.util.Optional;

/**
 * A clinician has seen the record of somebody with the same last name, who may be a relative. Access is limited to what
 * staff need for their duties (45 CFR 164.502(b), 164.514(d)(2)). The same last name is one of the things to audit
 * according to AHIMA's practice brief "Privacy and Security Audits of Electronic Health Information" (2013). Names are
 * compared as they are searched.
 */
final class SameSurnameRule implements AccessRule {

    @Override
    public RuleName name() {
        return RuleName.SAME_SURNAME;
    }

    @Override
    public Optional<Hit> check(Access access) {
        boolean same = access.person().last().equals(access.patient().last());
        return access.entry().isAccess() && same && !OwnRecordRule.isOwn(access)
                ? Optional.of(Hit.of(Why.SURNAME))
                : Optional.empty();
    }
}
