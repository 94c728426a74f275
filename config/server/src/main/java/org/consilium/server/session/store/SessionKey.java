package org.consilium.server.session.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The keys of a session in Redis. They are made from its id by a one-way function, so that nobody who sees keys or
 * commands there can sign in with them. The braces keep both keys in one slot of a cluster.
 *
 * @param handle 22 characters that stand for the id
 */
public record SessionKey(String handle) {
    private static final int BYTES = 16;

    public static SessionKey of(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return new SessionKey(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The key of the session's hash. */
    public String data() {
        return "consilium:session:{" + handle + "}";
    }

    /** The key of the lease on the session. */
    String lease() {
        return data() + ":lease";
    }
}
