package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.password.Password;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;

/** Accepts invitations: the link identifies the person, who chooses a password. */
@Stateless
public class InvitationService {

    @Inject
    private Accounts accounts;

    @Inject
    private AccountPasswords passwords;

    @Inject
    private Invitations sender;

    @Inject
    private Event<AuditEvent> audit;

    /** The person invited, while the invitation is open. */
    @Requires(Action.ACCEPT_INVITATION)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public Optional<PasswordOwner> find(String token) {
        return accounts.invited(token).map(Account::asPasswordOwner);
    }

    /**
     * Opens the account with the password that its owner chose.
     *
     * @param language in which they read the page, and get letters
     * @throws NotFoundException when the invitation is unknown, used or expired
     * @throws org.consilium.account.password.WeakPasswordException when the password is easy to guess
     */
    @Requires(Action.ACCEPT_INVITATION)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public void accept(String token, @Password String password, Locale language) {
        Account account = accounts.invited(token).orElseThrow(NotFoundException::new);
        account.activate(passwords.hash(password, account.role(), account.personalTexts()));
        account.readIn(language);
        audit.fire(AuditEvent.of(AuditKind.CHANGE).by(account.key(), account.role()));
    }

    /**
     * Sends a new link to a person who has not accepted yet; the old one stops working.
     *
     * @throws AccountStatusException when the person has accepted, or a second person has not approved yet
     */
    @Requires(Action.RENEW_INVITATION)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void renew(AccountId id) {
        sender.send(accounts.get(id));
    }
}
