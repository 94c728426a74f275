package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.account.factor.SecondFactors;
import org.consilium.mail.LetterKind;

/** Finds those who are between the two steps of a sign-in, by the ticket that their browser keeps. */
@ApplicationScoped
public class TicketHolders {

    @Inject
    private SignInTickets tickets;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private WaitingResets resets;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Clock clock;

    /**
     * Whose ticket it is; empty if it is not, or no longer, valid. The account is locked, so that two steps at once are
     * taken one after the other. A second factor whose reset is due is removed before it is asked for.
     */
    public Optional<TicketHolder> find(String ticket) {
        return tickets.read(ticket)
                .flatMap(pending -> Optional.of(accounts.lock(pending.accountKey()))
                        .filter(Account::isActive)
                        .filter(account -> isSame(account.passwordSalt(), pending.passwordSalt())))
                .map(this::holder);
    }

    private TicketHolder holder(Account account) {
        boolean unused = resets.carryOutDue(account.key());
        return new TicketHolder(account.asCaller(), account.asOwner());
    }

    /**
     * The same where there has to be one.
     *
     * @throws NotFoundException when the ticket is not, or no longer, valid
     */
    public TicketHolder get(String ticket) {
        return find(ticket).orElseThrow(NotFoundException::new);
    }

    /**
     * Somebody who may set up their first second factor.
     *
     * @throws NotFoundException when the ticket is not valid, or the account has a second factor
     */
    public TicketHolder withoutFactor(String ticket) {
        return find(ticket)
                .filter(holder -> !factors.isSetUp(holder.accountKey()))
                .orElseThrow(NotFoundException::new);
    }

    /** Records that the second step is taken: what was wrong before is forgotten. */
    public Caller letIn(TicketHolder holder) {
        accounts.lock(holder.accountKey()).unlock();
        return holder.caller();
    }

    /** Records a second step that failed. */
    void refuse(TicketHolder holder) {
        if (accounts.lock(holder.accountKey()).refuse(false, clock.instant())) {
            letters.send(LetterKind.LOCKED, holder.owner());
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
