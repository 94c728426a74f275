package org.consilium.account.reset;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountPasswords;
import org.consilium.account.Accounts;
import org.consilium.account.EmailAddress;
import org.consilium.account.OwnerLetters;
import org.consilium.account.PasswordOwner;
import org.consilium.account.Tokens;
import org.consilium.account.password.Password;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.mail.LetterKind;
import org.consilium.mail.Outbox;
import org.consilium.platform.Mailbox;

/**
 * Replaces a forgotten password by a link that is sent to the account's e-mail address (NIST SP 800-63B-4, section
 * 4.2).
 */
@Stateless
public class PasswordResetService {

    @Inject
    private PasswordResets resets;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountPasswords passwords;

    @Inject
    private Outbox outbox;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Event<AuditEvent> audit;

    /**
     * Sends a letter with a link. Nothing that the caller sees depends on whether the address has an account, and the
     * work is the same: if no account can sign in with it, the letter says so.
     *
     * @param language of the page, for an address without an account
     * @throws org.consilium.limit.LimitReachedException after too many requests from one network
     */
    @Requires(Action.RESET_PASSWORD)
    @Limited(Limit.RESET_ADDRESS)
    public void request(@EmailAddress String email, Locale language, ClientAddress from) {
        String token = Tokens.next();
        Optional<AccountOwner> owner = accounts.activeOwner(email);
        resets.add(owner.map(AccountOwner::accountKey).orElse(null), token);
        outbox.addForStranger(
                owner.isPresent() ? LetterKind.RESET : LetterKind.RESET_WITHOUT_ACCOUNT,
                owner.map(AccountOwner::email).orElseGet(() -> Mailbox.of(email).address()),
                owner.flatMap(AccountOwner::language).orElse(language),
                token);
        audit.fire(AuditEvent.of(AuditKind.CHANGE));
    }

    /** The person whom a link is for; empty if the link cannot be used, or no longer. */
    @Requires(Action.RESET_PASSWORD)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public Optional<PasswordOwner> find(String token) {
        return resets.find(token).flatMap(accounts::passwordOwner);
    }

    /**
     * Replaces the password; all sessions end, all links to do so stop working, and the owner is told.
     *
     * @throws NotFoundException when the link is unknown, used, or too old, or the account cannot sign in
     * @throws org.consilium.account.password.WeakPasswordException when the password is easy to guess
     */
    @Requires(Action.RESET_PASSWORD)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public void reset(String token, @Password String password) {
        long account = resets.find(token).orElseThrow(NotFoundException::new);
        String hash = passwords.hash(password, account);
        AccountOwner owner = passwords.replace(account, hash).orElseThrow(NotFoundException::new);
        if (resets.removeAll(account) == 0) {
            throw new NotFoundException();
        }
        letters.send(LetterKind.PASSWORD_CHANGED, owner);
        accounts.caller(account)
                .ifPresent(person -> audit.fire(AuditEvent.of(AuditKind.CHANGE).by(person)));
    }
}
