package org.consilium.account.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.account.AccountId;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.jspecify.annotations.Nullable;

/** Shows people their own accounts, and keeps their settings. */
@Stateless
public class ProfileService {

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    /** The caller's account. */
    @Requires(Action.SEE_ACCOUNT)
    @NotLimited("it reads a few rows of the caller's own account, from the primary: a change must be seen at once")
    public Profile get() {
        Caller caller = callers.get();
        AccountSummary account = accounts.summary(new AccountId(caller.getName()));
        return new Profile(
                account.name(),
                account.owner().email(),
                account.role(),
                account.owner().language());
    }

    /**
     * Changes the caller's name; the former one is kept, and an administrator sees it.
     *
     * @param first empty for somebody who has one name only
     * @return the caller under the new name, who may go on in a new session
     */
    @Requires(Action.CHANGE_NAME)
    @Limited(Limit.PROFILE_ACCOUNT)
    public Caller rename(@NamePart String first, @LastName String last) {
        return accounts.rename(callers.get().accountKey(), PersonName.of(first, last));
    }

    /** Sets the zone in which the caller always reads times; null for that of the device. */
    @Requires(Action.CHOOSE_TIME_ZONE)
    @NotLimited("it sets one value of the caller's own account")
    public void readTimesIn(@Nullable ZoneId zone) {
        accounts.readTimesIn(callers.get().accountKey(), zone);
    }

    /** Sets the language in which the caller gets letters. */
    @Requires(Action.CHANGE_LANGUAGE)
    @NotLimited("it sets one value of the caller's own account")
    public void readIn(Locale language) {
        accounts.readIn(callers.get().accountKey(), language);
    }
}
