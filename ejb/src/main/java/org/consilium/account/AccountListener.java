package org.consilium.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.consilium.cache.CacheInvalidated;

/**
 * Tells of every account that changes, whichever step changed it: its cached name is invalid, and its sessions may have
 * to end.
 */
public class AccountListener {

    @Inject
    private Event<CacheInvalidated> invalidated;

    @Inject
    private Event<StandingChanged> standingChanged;

    @PostLoad
    @PostPersist
    void stored(Account account) {
        account.markStored();
    }

    @PostUpdate
    void changed(Account account) {
        invalidated.fire(new CacheInvalidated(AccountNames.cached(account.key())));
        if (account.endsSessions()) {
            account.markStored();
            standingChanged.fire(new StandingChanged(account.key(), account.id().value()));
        }
    }
}
