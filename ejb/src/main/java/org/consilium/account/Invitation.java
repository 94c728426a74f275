package org.consilium.account;

import java.time.Instant;

/**
 * An invitation to an account that waits for its owner; shown once, to the administrator who passes it on.
 *
 * @param token the secret part of the link
 */
public record Invitation(long accountKey, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "Invitation[expiresAt=" + expiresAt + "]";
    }
}
