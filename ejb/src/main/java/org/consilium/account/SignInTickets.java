package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.consilium.secret.SecretKeys;

/**
 * Tickets for the second step of a sign-in, which the browser keeps: no node has to remember that the password was
 * right. They are encrypted, so that nobody can read or make one, and good for ten minutes.
 */
@ApplicationScoped
public class SignInTickets {
    static final Duration TTL = Duration.ofMinutes(10);
    private static final String PURPOSE = "sign-in ticket";

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    String issue(long accountKey, String passwordSalt) {
        byte[] salt = passwordSalt.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(2 * Long.BYTES + salt.length)
                .putLong(accountKey)
                .putLong(clock.instant().plus(TTL).toEpochMilli())
                .put(salt)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.encrypt(PURPOSE, plain));
    }

    /** The sign-in that a ticket is for; empty if it is none of ours, or too old. */
    Optional<PendingSignIn> read(String ticket) {
        return decoded(ticket)
                .flatMap(encrypted -> keys.decrypt(PURPOSE, encrypted))
                .map(SignInTickets::pending)
                .filter(pending -> clock.instant().isBefore(pending.expiresAt()));
    }

    private static Optional<byte[]> decoded(String ticket) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(ticket));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static PendingSignIn pending(byte[] plain) {
        ByteBuffer parts = ByteBuffer.wrap(plain);
        long accountKey = parts.getLong();
        Instant expiresAt = Instant.ofEpochMilli(parts.getLong());
        return new PendingSignIn(
                accountKey, StandardCharsets.UTF_8.decode(parts).toString(), expiresAt);
    }
}
