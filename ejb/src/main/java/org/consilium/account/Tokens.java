package org.consilium.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.consilium.platform.Digests;

/** Secret tokens for links: 256 random bits, of which the database keeps only the SHA-256 hash. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    public static String next() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    public static String hash(String token) {
        return Digests.sha256Hex(token);
    }
}
