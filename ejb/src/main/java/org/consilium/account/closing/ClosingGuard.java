package org.consilium.account.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/** A request to close an account is decided by somebody else than its owner. */
@ApplicationScoped
public class ClosingGuard implements RecordGuard {

    @Inject
    private ClosingRequests requests;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof ClosingRequestId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        requests.find((ClosingRequestId) id).ifPresent(requests::lock);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return requests.find((ClosingRequestId) id)
                        .filter(request -> request.accountKey() != caller.accountKey())
                        .isPresent()
                ? Relation.ADMINISTRATION
                : null;
    }
}
