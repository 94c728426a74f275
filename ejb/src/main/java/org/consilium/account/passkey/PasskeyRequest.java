package org.consilium.account.passkey;

/**
 * What a page asks the browser for.
 *
 * @param token a secret of the page, with which the answer comes back
 * @param options the JSON argument of {@code navigator.credentials.create} or {@code get}, with its binary values in
 *     base64url: an object with the property {@code publicKey}
 */
public record PasskeyRequest(String token, String options) {

    /** Without the token. */
    @Override
    public String toString() {
        return "PasskeyRequest";
    }
}
