package org.consilium.account;

import java.time.Instant;

/**
 * The way into an account that waits for its owner. Shown once, to the administrator who hands it on.
 *
 * @param accountId the account's key
 * @param token the secret of the link
 */
public record Invitation(long accountId, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "Invitation[expiresAt=" + expiresAt + "]";
    }
}
