package org.consilium.account.passkey;

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
import org.consilium.account.factor.SecondFactors;
import org.consilium.account.fresh.Confirmations;
import org.consilium.account.password.TypedPassword;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.mail.LetterKind;

/**
 * The passkeys of people who have signed in. Each one that is added or removed takes the password once more, as a
 * session that was left open is not enough (OWASP ASVS 5.0, 7.5.1), and its owner is told.
 */
@Stateless
public class PasskeyService {

    @Inject
    private PasskeyCeremonies ceremonies;

    @Inject
    private Passkeys passkeys;

    @Inject
    private SecondFactors factors;

    @Inject
    private Confirmations confirmations;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Callers callers;

    /**
     * Asks the caller's browser to make a passkey on a device that has none of theirs yet.
     *
     * @throws org.consilium.account.fresh.WrongPasswordException when that is wrong
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords, or passkeys
     */
    @Requires(Action.ADD_PASSKEY)
    @Limited({Limit.PASSWORD_ACCOUNT, Limit.PASSKEY_ACCOUNT})
    public PasskeyRequest beginRegistration(@TypedPassword String password) {
        Caller caller = confirmations.get(password);
        return ceremonies.beginRegistration(caller, owner(caller).email());
    }

    /**
     * Stores the passkey that the caller's browser has made.
     *
     * @param token of {@link #beginRegistration}
     * @param response the browser's {@code RegistrationResponseJSON}
     * @return recovery codes, if the caller had none left; empty if the passkey is refused
     */
    @Requires(Action.ADD_PASSKEY)
    @NotLimited("it needs a challenge, which is limited")
    public Optional<List<String>> finishRegistration(
            String token, @PasskeyAnswer String response, @PasskeyName String name) {
        Caller caller = callers.get();
        if (!ceremonies.finishRegistration(caller, token, response, name)) {
            return Optional.empty();
        }
        letters.send(LetterKind.SECOND_FACTOR_CHANGED, owner(caller));
        return Optional.of(factors.firstRecoveryCodes(caller.accountKey()));
    }

    /** The caller's passkeys, in the order in which they were added. */
    @Requires(Action.LIST_PASSKEYS)
    public List<PasskeySummary> list() {
        return passkeys.of(callers.get().accountKey()).stream()
                .map(Passkey::asSummary)
                .toList();
    }

    @Requires(Action.RENAME_PASSKEY)
    @Limited(Limit.PASSKEY_ACCOUNT)
    public void rename(PasskeyId id, @PasskeyName String name) {
        passkeys.get(id).rename(name);
    }

    /**
     * Removes a passkey: nobody can sign in with it any more. Sessions that began with it go on.
     *
     * @throws org.consilium.account.fresh.WrongPasswordException when that is wrong
     * @throws org.consilium.account.factor.LastFactorException when the caller's role needs a second factor, and this
     *     is the last one
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords, or passkeys
     */
    @Requires(Action.REMOVE_PASSKEY)
    @Limited({Limit.PASSWORD_ACCOUNT, Limit.PASSKEY_ACCOUNT})
    public void remove(PasskeyId id, @TypedPassword String password) {
        Caller caller = confirmations.get(password);
        passkeys.remove(passkeys.get(id));
        factors.checkLeft(caller.accountKey(), caller.role());
        letters.send(LetterKind.SECOND_FACTOR_CHANGED, owner(caller));
    }

    private AccountOwner owner(Caller caller) {
        return accounts.activeOwner(caller.accountKey()).orElseThrow(NotFoundException::new);
    }
}
