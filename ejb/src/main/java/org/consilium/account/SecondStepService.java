package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
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
import org.consilium.mail.Outbox;

/**
 * The second step of a sign-in: something that only the owner of the account has (NIST SP 800-63B-4, section 2.2).
 * Until it is taken, nobody is signed in: the ticket says no more than that the password was right.
 */
@Stateless
public class SecondStepService {

    @Inject
    private SignInTickets tickets;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Finds the second step that a ticket is for; empty if the ticket is not, or no longer, valid. */
    @Requires(Action.SIGN_IN)
    @NotLimited("a ticket of somebody else cannot be made")
    public Optional<SecondStep> find(String ticket) {
        return account(ticket).map(account -> new SecondStep(account.key()));
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
        Account account = get(step, ticket);
        if (factors.use(account.key(), code)) {
            account.unlock();
            return Optional.of(account.asCaller());
        }
        account.refuseSecondStep(clock.instant());
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
        Account account = withoutFactor(account(ticket).orElseThrow(NotFoundException::new));
        return factors.setUp(account.key(), account.email());
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
        Account account = withoutFactor(get(step, ticket));
        Optional<List<String>> codes = factors.confirm(account.key(), code);
        if (codes.isPresent()) {
            account.unlock();
            AccountOwner owner = account.asOwner();
            outbox.add(
                    LetterKind.SECOND_FACTOR_CHANGED,
                    owner.email(),
                    owner.language().orElse(null));
        }
        return codes.map(issued -> new FirstFactor(account.asCaller(), issued));
    }

    private Account withoutFactor(Account account) {
        if (factors.isSetUp(account.key())) {
            throw new NotFoundException();
        }
        return account;
    }

    private Account get(SecondStep step, String ticket) {
        return account(ticket)
                .filter(account -> account.key() == step.accountKey())
                .orElseThrow(NotFoundException::new);
    }

    /** Locked, so that two steps at once are taken one after the other. */
    private Optional<Account> account(String ticket) {
        return tickets.read(ticket)
                .flatMap(pending -> Optional.of(accounts.lock(pending.accountKey()))
                        .filter(Account::isActive)
                        .filter(account -> isSame(account.passwordSalt(), pending.passwordSalt())));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
