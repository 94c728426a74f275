package org.consilium.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** A finding is there for every privacy officer but the one whom it is about. */
@ApplicationScoped
public class FindingGuard implements RecordGuard {

    @Inject
    private Findings findings;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof FindingId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        findings.lock((FindingId) id);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        boolean reached = caller.is(Role.PRIVACY_OFFICER)
                && findings.find((FindingId) id)
                        .filter(finding -> finding.accountKey() != caller.accountKey())
                        .isPresent();
        return reached ? Relation.OVERSIGHT : null;
    }
}
