package org.consilium.account.address;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountPasswords;
import org.consilium.account.AccountStatus;
import org.consilium.account.Accounts;
import org.consilium.account.EmailAddress;
import org.consilium.account.OwnerLetters;
import org.consilium.account.Tokens;
import org.consilium.account.fresh.Confirmations;
import org.consilium.account.fresh.Proof;
import org.consilium.account.password.TypedPassword;
import org.consilium.account.reset.PasswordResets;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.mail.LetterKind;
import org.consilium.mail.Outbox;
import org.consilium.platform.Mailbox;

/**
 * Changes the e-mail address of an account in two steps: its owner asks for it, and proves the new address by the link
 * of a letter. The old address is told of both (NIST SP 800-63B-4, section 4.6).
 */
@Stateless
public class AddressChangeService {

    @Inject
    private AddressChanges changes;

    @Inject
    private PasswordResets resets;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountPasswords passwords;

    @Inject
    private Confirmations confirmations;

    @Inject
    private Outbox outbox;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /**
     * Sends a letter to the new address, and one to the old. Nothing that the caller sees depends on whether the new
     * one has an account: only its letter differs. A link that was sent before stops working.
     *
     * @param proof the password, and a code as well if the caller has an authenticator
     * @param language of the page, if the owner's is not known
     * @throws SameAddressException when it is the address of the account
     * @throws org.consilium.account.fresh.WrongPasswordException when the password is wrong
     * @throws org.consilium.account.fresh.WrongCodeException when the code is wrong
     * @throws org.consilium.limit.LimitReachedException after too many wrong ones, or changes
     */
    @Requires(Action.CHANGE_ADDRESS)
    @Limited({Limit.PASSWORD_ACCOUNT, Limit.PROFILE_ACCOUNT})
    public void request(@Valid Proof proof, @EmailAddress String email, Locale language) {
        AccountOwner owner = owner(confirmations.getByAll(proof).accountKey());
        String address = Mailbox.of(email).address();
        if (address.equals(owner.email())) {
            throw new SameAddressException();
        }
        boolean available = accounts.statusOf(address).isEmpty();
        String token = Tokens.next();
        changes.replace(new AddressChange(owner.accountKey(), address, available, token, clock.instant()));
        outbox.addForStranger(
                available ? LetterKind.ADDRESS_CONFIRMATION : LetterKind.ADDRESS_TAKEN,
                address,
                owner.language().orElse(language),
                token);
        letters.send(LetterKind.ADDRESS_CHANGE_REQUESTED, owner);
    }

    /** The address that the link of a letter proves; empty if the link cannot be used, or no longer. */
    @Requires(Action.CONFIRM_ADDRESS)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public Optional<String> address(String token) {
        return changes.find(token).map(AddressChange::email);
    }

    /**
     * Changes the address. This takes the password of the account as well: programs that open the links of letters
     * confirm nothing, nor does somebody who has got the letter by mistake. All sessions end, and all links that were
     * sent to the old address stop working.
     *
     * @return the owner, who may go on in a new session; empty if the password is wrong
     * @throws NotFoundException when the link is unknown, used, or too old, after five wrong passwords, or when the
     *     account cannot sign in
     * @throws org.consilium.account.EmailTakenException when the address has got an account meanwhile
     */
    @Requires(Action.CONFIRM_ADDRESS)
    @NotLimited("a link takes five passwords")
    public Optional<Caller> confirm(String token, @TypedPassword String password) {
        AddressChange change = changes.find(token).orElseThrow(NotFoundException::new);
        long account = change.accountKey();
        if (accounts.lockedSummary(account).status() != AccountStatus.ACTIVE || !changes.count(change)) {
            throw new NotFoundException();
        }
        if (!passwords.isOf(account, password)) {
            return Optional.empty();
        }
        AccountOwner former = owner(account);
        accounts.readdress(account, change.email());
        changes.removeAll(account);
        int unused = resets.removeAll(account);
        letters.send(LetterKind.ADDRESS_CHANGED, former);
        Optional<Caller> person = accounts.caller(account);
        person.ifPresent(changed -> audit.fire(AuditEvent.of(AuditKind.CHANGE).by(changed)));
        return person;
    }

    private AccountOwner owner(long accountKey) {
        return accounts.activeOwner(accountKey).orElseThrow(NotFoundException::new);
    }
}
