package org.consilium.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostUpdate;
import org.consilium.cache.Stale;

/** Sees every change of an account, so that no node goes on giving the name that it had. */
public class AccountListener {

    @Inject
    private Event<Stale> stale;

    @PostUpdate
    void changed(Account account) {
        stale.fire(new Stale(AccountNames.cached(account.key())));
    }
}
