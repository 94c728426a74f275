package org.consilium.review.rule;

import java.util.Optional;

/**
 * A clinician has seen the record of somebody with the same last name, who may be of the family. Looking at the records
 * of relatives without a need for it breaks the minimum necessary standard (45 CFR 164.502(b)); the review is that of
 * 164.308(a)(1)(ii)(D). Names are compared as they are searched.
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
