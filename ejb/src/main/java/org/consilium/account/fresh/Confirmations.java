package org.consilium.account.fresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.account.AccountPasswords;
import org.consilium.account.FailedSignIns;
import org.consilium.account.SignInFailure;
import org.consilium.account.factor.SecondFactors;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that it is the owner of the account who changes it, and not somebody at a session that was left open
 * (OWASP ASVS 5.0, 7.5.1).
 */
@ApplicationScoped
public class Confirmations {

    @Inject
    private AccountPasswords passwords;

    @Inject
    private SecondFactors factors;

    @Inject
    private Callers callers;

    @Inject
    private FailedSignIns failures;

    /**
     * The caller, who has entered their password once more.
     *
     * @throws WrongPasswordException when it is wrong
     */
    public Caller get(@Nullable String password) {
        Caller caller = callers.get();
        if (password == null) {
            // nothing was tried
            throw new WrongPasswordException();
        }
        if (!passwords.isOf(caller.accountKey(), password)) {
            failures.tell(caller, SignInFailure.WRONG_PASSWORD);
            throw new WrongPasswordException();
        }
        return caller;
    }

    /**
     * The caller, who has entered either their password or a code.
     *
     * @throws WrongPasswordException when the password is wrong, or both were left out
     * @throws WrongCodeException when there is no password, and the code is wrong
     */
    public Caller get(Proof proof) {
        return proof.password() == null && proof.oneTimeCode() != null
                ? withCode(callers.get(), proof.oneTimeCode())
                : get(proof.password());
    }

    /**
     * The caller, who has entered their password, and a code as well if they have an authenticator.
     *
     * @throws WrongPasswordException when the password is wrong
     * @throws WrongCodeException when the code is wrong
     */
    public Caller getByAll(Proof proof) {
        Caller caller = get(proof.password());
        return factors.hasAuthenticator(caller.accountKey()) ? withCode(caller, proof.oneTimeCode()) : caller;
    }

    private Caller withCode(Caller caller, @Nullable String code) {
        if (code == null) {
            throw new WrongCodeException();
        }
        if (!factors.use(caller.accountKey(), code)) {
            failures.tell(caller, SignInFailure.WRONG_CODE);
            throw new WrongCodeException();
        }
        return caller;
    }
}
