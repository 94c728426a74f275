package org.consilium.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostUpdate;
import org.consilium.cache.CacheInvalidated;

/** Invalidates the cached name of an account that changes. */
public class AccountListener {

    @Inject
    private Event<CacheInvalidated> invalidated;

    @PostUpdate
    void changed(Account account) {
        invalidated.fire(new CacheInvalidated(AccountNames.cached(account.key())));
    }
}
