package org.consilium.account.passkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/** A passkey is there for its owner alone. */
@ApplicationScoped
public class PasskeyGuard implements RecordGuard {

    @Inject
    private Passkeys passkeys;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof PasskeyId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        if (relation(caller, id) != null) {
            passkeys.lock(new PasskeyId(id.value()));
        }
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return passkeys.find(new PasskeyId(id.value()))
                        .filter(passkey -> passkey.accountKey() == caller.accountKey())
                        .isPresent()
                ? Relation.SELF
                : null;
    }
}
