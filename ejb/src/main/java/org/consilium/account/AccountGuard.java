package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Role;

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
    public boolean permits(Caller caller, RecordId id) {
        try {
            return caller.is(Role.ADMINISTRATOR) && accounts.get((AccountId) id).key() != caller.accountKey();
        } catch (NotFoundException unknown) {
            return false;
        }
    }
}
