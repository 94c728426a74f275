package org.consilium.account.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/** The owner of an account has no part in the removal of its second factors by others. */
@ApplicationScoped
public class FactorResetGuard implements RecordGuard {

    @Inject
    private FactorResets resets;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof FactorResetId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        resets.find((FactorResetId) id).ifPresent(resets::lock);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return resets.find((FactorResetId) id)
                        .filter(request -> request.accountKey() != caller.accountKey())
                        .isPresent()
                ? Relation.ADMINISTRATION
                : null;
    }
}
