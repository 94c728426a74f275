package org.consilium.account.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Role;

/** The second factors of accounts: passkeys, an authenticator app, and recovery codes for when they are lost. */
@ApplicationScoped
public class SecondFactors {

    @Inject
    private PasskeyOwners passkeys;

    @Inject
    private Authenticators authenticators;

    @Inject
    private RecoveryCodes recoveryCodes;

    @Inject
    private SecondFactorPolicy policy;

    /** Whether the account has a second factor in use; recovery codes alone are none. */
    public boolean isSetUp(long accountKey) {
        return hasAuthenticator(accountKey) || hasPasskey(accountKey);
    }

    public boolean hasAuthenticator(long accountKey) {
        return authenticators.isSetUp(accountKey);
    }

    public boolean hasPasskey(long accountKey) {
        return passkeys.hasPasskey(accountKey);
    }

    /** Whether there is any code that {@link #use} would take. */
    public boolean takesCodes(long accountKey) {
        return hasAuthenticator(accountKey) || recoveryCodesLeft(accountKey) > 0;
    }

    /**
     * Uses a code of the authenticator, or a recovery code; each works once. The caller limits the attempts.
     *
     * @return whether it is right, and had not been used
     */
    public boolean use(long accountKey, String code) {
        return authenticators.use(accountKey, code) || recoveryCodes.use(accountKey, code);
    }

    /**
     * Begins to set up an authenticator, or goes on with the one that was begun: a page that is opened again shows the
     * same.
     *
     * @param email by which the app names the account
     */
    public AuthenticatorSetup setUp(long accountKey, String email) {
        TotpSecret secret = authenticators.begun(accountKey).orElseGet(() -> authenticators.begin(accountKey));
        return AuthenticatorSetup.of(secret, email);
    }

    /**
     * Puts the authenticator into use that is being set up, in place of the one before.
     *
     * @return recovery codes, if there were none left; empty if the code is wrong
     */
    public Optional<List<String>> confirm(long accountKey, String code) {
        return authenticators.confirm(accountKey, code)
                ? Optional.of(firstRecoveryCodes(accountKey))
                : Optional.empty();
    }

    /**
     * Removes the authenticator.
     *
     * @throws LastFactorException when the role needs a second factor, and no other is left
     */
    public void removeAuthenticator(long accountKey, Role role) {
        authenticators.remove(accountKey);
        checkLeft(accountKey, role);
    }

    /**
     * After a second factor was removed: without any, recovery codes are of no use.
     *
     * @throws LastFactorException when the role needs a second factor, and none is left
     */
    public void checkLeft(long accountKey, Role role) {
        if (isSetUp(accountKey)) {
            return;
        }
        if (policy.isRequired(role)) {
            throw new LastFactorException();
        }
        recoveryCodes.remove(accountKey);
    }

    /** Removes everything by which the owner could take the second step of a sign-in. */
    public void removeAll(long accountKey) {
        authenticators.remove(accountKey);
        recoveryCodes.remove(accountKey);
        passkeys.removePasskeys(accountKey);
    }

    /** Gives new recovery codes, which replace the ones before. */
    public List<String> renewRecoveryCodes(long accountKey) {
        return recoveryCodes.issue(accountKey);
    }

    /** Gives recovery codes to an account that has none left; empty if it has some. */
    public List<String> firstRecoveryCodes(long accountKey) {
        return recoveryCodesLeft(accountKey) == 0 ? recoveryCodes.issue(accountKey) : List.of();
    }

    /** How many recovery codes can still be used. */
    public int recoveryCodesLeft(long accountKey) {
        return recoveryCodes.left(accountKey);
    }
}
