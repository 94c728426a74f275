package org.consilium.account.factor;

/**
 * The data with which an authenticator app shows codes for an account.
 *
 * @param secret as a person types it into the app
 * @param link the same for an app on the same device to open
 * @param picture the same for an app on another device to scan
 */
public record AuthenticatorSetup(String secret, String link, QrCode picture) {

    static AuthenticatorSetup of(TotpSecret secret, String email) {
        String link = secret.uri(email);
        return new AuthenticatorSetup(secret.text(), link, QrCode.of(link));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AuthenticatorSetup";
    }
}
