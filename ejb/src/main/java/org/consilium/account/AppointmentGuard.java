package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/** An appointment is approved by a second person: neither by the one who has proposed it nor by the one appointed. */
@ApplicationScoped
public class AppointmentGuard implements RecordGuard {

    @Inject
    private Accounts accounts;

    @Inject
    private Appointments appointments;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof AppointmentId;
    }

    /** Locks the account as well: it gets its invitation. */
    @Override
    public void lock(Caller caller, RecordId id) {
        account(id).map(account -> accounts.lock(account.key())).ifPresent(appointments::lock);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return account(id)
                        .flatMap(appointments::find)
                        .filter(appointment -> appointment.isIndependentOf(caller.accountKey()))
                        .isPresent()
                ? Relation.ADMINISTRATION
                : null;
    }

    private Optional<Account> account(RecordId id) {
        try {
            return Optional.of(accounts.get(new AccountId(id.value())));
        } catch (NotFoundException unknown) {
            return Optional.empty();
        }
    }
}
