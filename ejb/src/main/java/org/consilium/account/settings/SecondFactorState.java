package org.consilium.account.settings;

/**
 * The second factors of an account.
 *
 * @param app whether an authenticator app is in use
 * @param passkey whether there is a passkey
 * @param required whether the account's role needs a second factor
 * @param recoveryCodesLeft how many can still be used
 */
public record SecondFactorState(boolean app, boolean passkey, boolean required, int recoveryCodesLeft) {

    /** Whether signing in by password takes a second step. */
    public boolean isProtected() {
        return app || passkey;
    }

    /** Whether the app can be removed. */
    public boolean isAppOptional() {
        return app && (passkey || !required);
    }
}
