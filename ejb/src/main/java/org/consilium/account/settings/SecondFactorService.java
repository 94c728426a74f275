package org.consilium.account.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountOwner;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.account.factor.AuthenticatorSetup;
import org.consilium.account.factor.SecondFactorPolicy;
import org.consilium.account.factor.SecondFactors;
import org.consilium.account.fresh.Confirmations;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.password.TypedPassword;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.mail.LetterKind;

/**
 * Lets people who have signed in set up their second factor. Each change takes the password once more, as a session
 * that was left open is not enough (OWASP ASVS 5.0, 7.5.1), and its owner is told (NIST SP 800-63B-4, section 4.1.2).
 */
@Stateless
public class SecondFactorService {

    @Inject
    private SecondFactors factors;

    @Inject
    private SecondFactorPolicy policy;

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    @Inject
    private Confirmations confirmations;

    @Inject
    private OwnerLetters letters;

    @Requires(Action.SEE_ACCOUNT)
    @NotLimited("it reads a few rows of the caller's own account, from the primary: a change must be seen at once")
    public SecondFactorState get() {
        Caller caller = callers.get();
        return new SecondFactorState(
                factors.hasAuthenticator(caller.accountKey()),
                factors.hasPasskey(caller.accountKey()),
                policy.isRequired(caller.role()),
                factors.recoveryCodesLeft(caller.accountKey()));
    }

    /** Begins to set up an authenticator, which replaces the present one once it is confirmed. */
    @Requires(Action.CHANGE_SECOND_FACTOR)
    @NotLimited("it replaces one row of the caller's own account")
    public AuthenticatorSetup setUp() {
        Caller caller = callers.get();
        return factors.setUp(caller.accountKey(), owner(caller).email());
    }

    /**
     * Puts the authenticator into use that is being set up.
     *
     * @return recovery codes, if the caller had none left; empty if the code is wrong
     * @throws WrongPasswordException when that is wrong
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords or codes
     */
    @Requires(Action.CHANGE_SECOND_FACTOR)
    @Limited(Limit.PASSWORD_ACCOUNT)
    public Optional<List<String>> confirm(@TypedPassword String password, String code) {
        Caller caller = confirmations.get(password);
        Optional<List<String>> codes = factors.confirm(caller.accountKey(), code);
        if (codes.isPresent()) {
            letters.send(LetterKind.SECOND_FACTOR_CHANGED, owner(caller));
        }
        return codes;
    }

    /**
     * Gives the caller new recovery codes; the ones before stop working.
     *
     * @throws WrongPasswordException when that is wrong
     * @throws NotFoundException when no second factor is in use
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords
     */
    @Requires(Action.CHANGE_SECOND_FACTOR)
    @Limited(Limit.PASSWORD_ACCOUNT)
    public List<String> renewRecoveryCodes(@TypedPassword String password) {
        Caller caller = confirmations.get(password);
        if (!factors.isSetUp(caller.accountKey())) {
            throw new NotFoundException();
        }
        letters.send(LetterKind.SECOND_FACTOR_CHANGED, owner(caller));
        return factors.renewRecoveryCodes(caller.accountKey());
    }

    /**
     * Removes the authenticator; the recovery codes as well, unless there is a passkey.
     *
     * @throws WrongPasswordException when that is wrong
     * @throws org.consilium.account.factor.LastFactorException when the caller's role needs a second factor, and there
     *     is no passkey
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords
     */
    @Requires(Action.CHANGE_SECOND_FACTOR)
    @Limited(Limit.PASSWORD_ACCOUNT)
    public void remove(@TypedPassword String password) {
        Caller caller = confirmations.get(password);
        factors.removeAuthenticator(caller.accountKey(), caller.role());
        letters.send(LetterKind.SECOND_FACTOR_CHANGED, owner(caller));
    }

    private AccountOwner owner(Caller caller) {
        return accounts.activeOwner(caller.accountKey()).orElseThrow(NotFoundException::new);
    }
}
