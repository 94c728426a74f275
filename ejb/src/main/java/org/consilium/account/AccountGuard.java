package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** An administrator reaches every account but their own: nobody can lock themselves out. */
@ApplicationScoped
public class AccountGuard implements RecordGuard {

    @Inject
    private Accounts accounts;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof AccountId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        find(id).ifPresent(account -> accounts.lock(account.key()));
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        boolean reached = caller.is(Role.ADMINISTRATOR)
                && find(id).filter(account -> account.key() != caller.accountKey())
                        .isPresent();
        return reached ? Relation.ADMINISTRATION : null;
    }

    private Optional<Account> find(RecordId id) {
        try {
            return Optional.of(accounts.get((AccountId) id));
        } catch (NotFoundException unknown) {
            return Optional.empty();
        }
    }
}
