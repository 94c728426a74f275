package org.consilium.review.rule;

import java.util.Optional;

/**
 * A clinician has seen the record of somebody who works in the same team: as the privacy officer has marked, or because
 * a colleague has the patient's full name. Access is limited to what staff need for their duties (45 CFR 164.502(b),
 * 164.514(d)(2)), and being a colleague is no such need.
 */
final class ColleagueRule implements AccessRule {

    @Override
    public RuleName name() {
        return RuleName.COLLEAGUE;
    }

    @Override
    public Optional<Hit> check(Access access) {
        if (!access.entry().isAccess() || OwnRecordRule.isOwn(access)) {
            return Optional.empty();
        }
        if (access.marks().stream()
                .anyMatch(mark -> access.colleagues().keySet().stream().anyMatch(mark::isOf))) {
            return Optional.of(Hit.of(Why.COLLEAGUE_BY_MARK));
        }
        String patient = access.patient().full();
        return access.colleagues().values().stream()
                        .anyMatch(colleague -> colleague.full().equals(patient))
                ? Optional.of(Hit.of(Why.COLLEAGUE_BY_NAME))
                : Optional.empty();
    }
}
