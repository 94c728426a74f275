package org.consilium.review.rule;

import java.util.Optional;

/**
 * A clinician has seen their own record from their work account, instead of asking for it as a patient (45 CFR
 * 164.524): as the privacy officer has marked, or because both accounts have the same full name.
 */
final class OwnRecordRule implements AccessRule {

    @Override
    public RuleName name() {
        return RuleName.OWN_RECORD;
    }

    @Override
    public Optional<Hit> check(Access access) {
        if (!access.entry().isAccess() || !isOwn(access)) {
            return Optional.empty();
        }
        return Optional.of(Hit.of(isMarked(access) ? Why.OWN_BY_MARK : Why.OWN_BY_NAME));
    }

    /** Whether the patient is most likely the person. */
    static boolean isOwn(Access access) {
        return isMarked(access)
                || access.person().full().equals(access.patient().full());
    }

    private static boolean isMarked(Access access) {
        return access.marks().stream().anyMatch(mark -> mark.isOf(access.personKey()));
    }
}
