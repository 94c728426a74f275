package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.mail.LetterKind;
import org.consilium.mail.Outbox;

/**
 * The only way to a role on the staff. One person proposes somebody, a second one approves, and only then is the
 * invited person sent a link, which nobody else sees. This holds for every role: an administrator who could appoint
 * another one alone would have both accounts that a doctor's needs.
 */
@ApplicationScoped
public class Invitations {
    private static final Duration TTL = Duration.ofDays(7);

    @Inject
    private Accounts accounts;

    @Inject
    private Appointments appointments;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /**
     * Opens an account that waits for a second person's approval, and then for its owner to accept.
     *
     * @return the account's key
     * @throws EmailTakenException when the address has an account already
     */
    public long propose(String email, PersonName name, Role role, Caller proposer) {
        Account account = accounts.reserve(email, name, role);
        appointments.propose(account, proposer);
        audit.fire(AuditEvent.of(AuditKind.PERMISSION).on(account.id()).with("role", role));
        return account.key();
    }

    /**
     * Sends a new link; an old one stops working. The database keeps only its hash.
     *
     * @throws AccountStatusException when the account is open, disabled, or not approved
     */
    void send(Account account) {
        if (appointments.isPending(account)) {
            throw new AccountStatusException(account.status());
        }
        String token = Tokens.next();
        account.invite(Tokens.hash(token), clock.instant().plus(TTL));
        // nobody knows yet which language the person reads
        outbox.add(LetterKind.INVITATION, account.email(), null, token);
    }

    /**
     * Invites somebody whom the configuration names, and whom nobody has to approve, in a transaction of its own.
     *
     * @throws EmailTakenException when the address has an account already
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sendAsConfigured(String email, PersonName name, Role role) {
        send(accounts.reserve(email, name, role));
    }
}
