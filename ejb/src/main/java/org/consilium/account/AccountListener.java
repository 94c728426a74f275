package org.consilium.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;

/** Tells of every account that changes so that its sessions have to end, whichever step changed it. */
public class AccountListener {

    @Inject
    private Event<StandingChanged> standingChanged;

    @PostLoad
    @PostPersist
    void stored(Account account) {
        account.markStored();
    }

    @PostUpdate
    void changed(Account account) {
        if (account.endsSessions()) {
            account.markStored();
            standingChanged.fire(new StandingChanged(account.key(), account.id().value()));
        }
    }
}
