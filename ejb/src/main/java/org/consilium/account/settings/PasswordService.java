package org.consilium.account.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountPasswords;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.account.fresh.Confirmations;
import org.consilium.account.fresh.Proof;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.password.Password;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.mail.LetterKind;

/** Lets people who have signed in choose another password. */
@Stateless
public class PasswordService {

    @Inject
    private Accounts accounts;

    @Inject
    private AccountPasswords passwords;

    @Inject
    private Confirmations confirmations;

    @Inject
    private OwnerLetters letters;

    /**
     * Replaces the caller's password; all sessions end, that of the call as well, and the owner is told.
     *
     * @param proof the password up to now, or a code: a session that was left open is not enough (OWASP ASVS 5.0,
     *     6.2.3)
     * @return the caller, who may go on in a new session
     * @throws WrongPasswordException when the password up to now is wrong
     * @throws org.consilium.account.fresh.WrongCodeException when the code is wrong
     * @throws org.consilium.account.password.WeakPasswordException when the new one is easy to guess
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords
     */
    @Requires(Action.CHANGE_PASSWORD)
    @Limited(Limit.PASSWORD_ACCOUNT)
    public Caller change(@Valid Proof proof, @Password String chosen) {
        long account = confirmations.get(proof).accountKey();
        String hash = passwords.hash(chosen, account);
        AccountOwner owner = passwords.replace(account, hash).orElseThrow(NotFoundException::new);
        letters.send(LetterKind.PASSWORD_CHANGED, owner);
        return accounts.caller(account).orElseThrow(NotFoundException::new);
    }
}
