package org.consilium.account.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountOwner;
import org.consilium.account.Accounts;
import org.consilium.limit.NotLimited;

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
        AccountOwner owner = accounts.activeOwner(caller.accountKey()).orElseThrow(NotFoundException::new);
        return new Profile(caller.fullName(), owner.email(), caller.role(), owner.language());
    }

    /** Sets the language in which the caller gets letters. */
    @Requires(Action.CHANGE_LANGUAGE)
    @NotLimited("it sets one value of the caller's own account")
    public void readIn(Locale language) {
        accounts.readIn(callers.get().accountKey(), language);
    }
}
