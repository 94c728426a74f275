package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Requires;
import org.consilium.account.AccountId;
import org.consilium.account.Accounts;

/** Tells administrators, before they disable an account, what nobody will watch afterwards. */
@Stateless
public class WatchService {

    @Inject
    private Watch watch;

    @Inject
    private Accounts accounts;

    /** The names of the teams that nobody else watches who is there: without this person, what waits goes elsewhere. */
    @Requires(Action.SEE_PERSON)
    public List<String> teamsWatchedBy(AccountId id) {
        return watch.teamsWatchedBy(accounts.summary(id).key());
    }
}
