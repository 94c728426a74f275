package org.consilium.account.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The second factors of accounts: an authenticator app, and recovery codes for when it is lost. */
@ApplicationScoped
public class SecondFactors {

    @Inject
    private Authenticators authenticators;

    @Inject
    private RecoveryCodes recoveryCodes;

    /** Whether the account has a second factor in use. */
    public boolean isSetUp(long accountKey) {
        return authenticators.isSetUp(accountKey);
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
     * @return new recovery codes, which replace the ones before; empty if the code is wrong
     */
    public Optional<List<String>> confirm(long accountKey, String code) {
        return authenticators.confirm(accountKey, code)
                ? Optional.of(recoveryCodes.issue(accountKey))
                : Optional.empty();
    }

    /** Removes the authenticator and the recovery codes. */
    public void remove(long accountKey) {
        authenticators.remove(accountKey);
        recoveryCodes.remove(accountKey);
    }

    /** Gives new recovery codes, which replace the ones before. */
    public List<String> renewRecoveryCodes(long accountKey) {
        return recoveryCodes.issue(accountKey);
    }

    /** How many recovery codes can still be used. */
    public int recoveryCodesLeft(long accountKey) {
        return recoveryCodes.left(accountKey);
    }
}
