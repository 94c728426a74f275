package org.consilium.review.rule;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.consilium.audit.AuditKind;

/**
 * A clinician has asked for a patient's record, and the trail names no relation of care: it was refused, or, because of
 * a fault, shown. 45 CFR 164.312(a)(1) allows access only to those who have been granted access rights.
 */
final class NoRelationRule implements AccessRule {

    private static final Set<AuditKind> SEEING =
            EnumSet.of(AuditKind.VIEW, AuditKind.PHOTO, AuditKind.ORIGINAL, AuditKind.EXPORT, AuditKind.DOWNLOAD);

    @Override
    public RuleName name() {
        return RuleName.NO_RELATION;
    }

    @Override
    public Optional<Hit> check(Access access) {
        Entry entry = access.entry();
        if (entry.relation() != null || !entry.hasRecord()) {
            return Optional.empty();
        }
        if (entry.isRefusal()) {
            return Optional.of(Hit.of(Why.TRIED_WITHOUT_RELATION));
        }
        return entry.isAccess() && SEEING.contains(entry.kind())
                ? Optional.of(Hit.of(Why.SEEN_WITHOUT_RELATION))
                : Optional.empty();
    }
}
