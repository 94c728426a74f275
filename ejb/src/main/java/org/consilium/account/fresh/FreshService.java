package org.consilium.account.fresh;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.Requires;
import org.consilium.account.factor.SecondFactors;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;

/**
 * Lets people prove once more who they are, for a few minutes, before something of weight: giving a role on the staff,
 * removing somebody's second factors. The actions that need it say so ({@link Action#needsFreshTicket}).
 */
@Stateless
public class FreshService {

    @Inject
    private FreshTickets tickets;

    @Inject
    private Confirmations confirmations;

    @Inject
    private SecondFactors factors;

    @Inject
    private Callers callers;

    /** The ticket of somebody who signs in at this moment. */
    @Requires(Action.STAY_SIGNED_IN)
    public FreshTicket signedIn(Caller caller) {
        return tickets.issue(caller);
    }

    /**
     * The ticket of the caller, who has entered their password, or a code.
     *
     * @throws WrongPasswordException when the password is wrong, or both were left out
     * @throws WrongCodeException when there is no password, and the code is wrong
     * @throws org.consilium.limit.LimitReachedException after too many wrong ones
     */
    @Requires(Action.PROVE_IDENTITY)
    @Limited(Limit.PASSWORD_ACCOUNT)
    public FreshTicket prove(@Valid Proof proof) {
        return tickets.issue(confirmations.get(proof));
    }

    /** Whether the caller need not prove anything at this moment. */
    @Requires(Action.PROVE_IDENTITY)
    @NotLimited("it reads a ticket")
    public boolean isFresh(FreshTicket ticket) {
        return tickets.isFresh(ticket, callers.get());
    }

    /** Whether the caller can enter a code instead of the password. */
    @Requires(Action.PROVE_IDENTITY)
    @NotLimited("it reads a few rows of the caller's own account")
    public boolean takesCodes() {
        return factors.takesCodes(callers.get().accountKey());
    }
}
