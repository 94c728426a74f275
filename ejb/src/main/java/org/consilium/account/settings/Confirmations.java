package org.consilium.account.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.account.Accounts;

/** Makes sure that it is the owner of the account who changes it, and not somebody at a session that was left open. */
@ApplicationScoped
public class Confirmations {

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    /**
     * The caller, who has entered their password once more.
     *
     * @throws WrongPasswordException when it is wrong
     */
    public Caller get(String password) {
        Caller caller = callers.get();
        if (!accounts.isPasswordOf(caller.accountKey(), password)) {
            throw new WrongPasswordException();
        }
        return caller;
    }
}
