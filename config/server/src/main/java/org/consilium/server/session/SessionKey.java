package org.consilium.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Under which names a session lies in Redis. They are made from its id by a one-way function, so that nobody who sees
 * keys or commands there can sign in with them. The braces keep both in one slot of a cluster.
 *
 * @param handle 22 characters that stand for the id
 */
record SessionKey(String handle) {
    private static final int BYTES = 16;

    static SessionKey of(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return new SessionKey(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String data() {
        return "consilium:session:{" + handle + "}";
    }

    String lease() {
        return data() + ":lease";
    }
}
