package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Requires;

/** Keeps the time zone in which a person reads times, as their browser has told it. */
@Stateless
public class TimeZoneService {

    @Inject
    private Accounts accounts;

    /** The zone of somebody who has signed in; empty until a browser has told it. */
    @Requires(Action.STAY_SIGNED_IN)
    public Optional<ZoneId> of(Caller caller) {
        long key = caller.accountKey();
        return Optional.ofNullable(accounts.byKey(List.of(key)).get(key)).flatMap(Account::timeZone);
    }

    /** The zone that somebody who has signed in has chosen, whatever a browser tells; empty for that of the device. */
    @Requires(Action.STAY_SIGNED_IN)
    public Optional<ZoneId> chosenBy(Caller caller) {
        long key = caller.accountKey();
        return Optional.ofNullable(accounts.byKey(List.of(key)).get(key)).flatMap(Account::chosenTimeZone);
    }

    /** Keeps the zone of somebody who has signed in. */
    @Requires(Action.STAY_SIGNED_IN)
    public void remember(Caller caller, ZoneId zone) {
        accounts.lock(caller.accountKey()).readIn(zone);
    }
}
