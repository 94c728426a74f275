package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.factor.AuthenticatorSetup;
import org.consilium.account.factor.SecondFactors;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.limit.SecondStep;
import org.consilium.mail.LetterKind;

/**
 * The second step of a sign-in: something that only the owner of the account has (NIST SP 800-63B-4, section 2.2).
 * Until it is taken, nobody is signed in: the ticket says no more than that the password was right.
 */
@Stateless
public class SecondStepService {

    @Inject
    private TicketHolders holders;

    @Inject
    private SecondFactors factors;

    @Inject
    private OwnerLetters letters;

    @Inject
    private FailedSignIns failures;

    /** Finds the second step that a ticket is for; empty if the ticket is not, or no longer, valid. */
    @Requires(Action.SIGN_IN)
    @NotLimited("a ticket of somebody else cannot be made")
    public Optional<SecondStep> find(String ticket) {
        return holders.find(ticket).map(holder -> new SecondStep(holder.accountKey()));
    }

    /** How the step can be taken; empty if the ticket is not, or no longer, valid. */
    @Requires(Action.SIGN_IN)
    @NotLimited("a ticket of somebody else cannot be made")
    public Optional<SecondStepWays> ways(String ticket) {
        return holders.find(ticket)
                .map(TicketHolder::accountKey)
                .map(account -> new SecondStepWays(factors.hasPasskey(account), factors.takesCodes(account)));
    }

    /**
     * Lets somebody in. A wrong code counts like a wrong password from an unknown device: very many lock the account
     * for a growing time, and the owner is told how many there were.
     *
     * @param step as found by the ticket
     * @param code of the authenticator, or a recovery code; each works once
     * @return empty if the code is wrong, or was used before
     * @throws NotFoundException when the ticket is not, or no longer, valid
     * @throws org.consilium.limit.LimitReachedException after too many wrong codes
     */
    @Requires(Action.SIGN_IN)
    @Limited(Limit.SECOND_STEP)
    public Optional<Caller> answer(SecondStep step, String ticket, String code) {
        TicketHolder holder = of(step, holders.get(ticket));
        if (factors.use(holder.accountKey(), code)) {
            return Optional.of(holders.letIn(holder));
        }
        failures.tell(holder.caller(), SignInFailure.WRONG_CODE);
        holders.refuse(holder);
        return Optional.empty();
    }

    /**
     * Begins to set up the second factor of somebody who needs one and has none.
     *
     * @throws NotFoundException when the ticket is not valid, or the account has a second factor
     */
    @Requires(Action.SIGN_IN)
    @NotLimited("a ticket of somebody else cannot be made")
    public AuthenticatorSetup setUp(String ticket) {
        TicketHolder holder = holders.withoutFactor(ticket);
        return factors.setUp(holder.accountKey(), holder.owner().email());
    }

    /**
     * Puts the authenticator into use that is being set up, and lets its owner in, who is told of it by a letter as
     * well.
     *
     * @return the recovery codes as well; empty if the code is wrong
     * @throws NotFoundException when the ticket is not valid, or the account has a second factor
     * @throws org.consilium.limit.LimitReachedException after too many wrong codes
     */
    @Requires(Action.SIGN_IN)
    @Limited(Limit.SECOND_STEP)
    public Optional<FirstFactor> confirm(SecondStep step, String ticket, String code) {
        TicketHolder holder = of(step, holders.withoutFactor(ticket));
        Optional<List<String>> codes = factors.confirm(holder.accountKey(), code);
        if (codes.isPresent()) {
            letters.send(LetterKind.SECOND_FACTOR_CHANGED, holder.owner());
        }
        return codes.map(issued -> new FirstFactor(holders.letIn(holder), issued));
    }

    private static TicketHolder of(SecondStep step, TicketHolder holder) {
        if (holder.accountKey() != step.accountKey()) {
            throw new NotFoundException();
        }
        return holder;
    }
}
