package org.consilium.account.factor;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** The secret that an authenticator app shares with the server: 160 random bits (RFC 4226, section 4, R6). */
public final class TotpSecret {
    static final int BYTES = 20;

    /** The algorithm that it is a key for. */
    static final String ALGORITHM = "HmacSHA1";

    /** The Base32 alphabet (RFC 4648, section 6). */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int BITS_PER_CHARACTER = 5;
    private static final int RADIX = 1 << BITS_PER_CHARACTER;
    private static final int CHARACTERS = BYTES * Byte.SIZE / BITS_PER_CHARACTER;
    private static final int GROUP = 4;
    private static final String ISSUER = "Consilium";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    /** @throws IllegalArgumentException if it is not 160 bits long */
    TotpSecret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static TotpSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Key key() {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** As a person types it into an app that cannot scan: Base32 in groups of four. */
    public String text() {
        return base32().replaceAll(".{" + GROUP + "}(?=.)", "$0 ");
    }

    /**
     * As an app scans it: a key URI, in which SHA-1, six digits, and 30 seconds are the defaults
     * (google/google-authenticator, wiki page "Key Uri Format").
     *
     * @param email the address that its owner signs in with, by which the app names the account
     */
    public String uri(String email) {
        return "otpauth://totp/" + ISSUER + ':' + percentEncoded(email) + "?secret=" + base32() + "&issuer=" + ISSUER;
    }

    /** 160 bits are 32 characters without padding. */
    private String base32() {
        String digits = new BigInteger(1, bytes).toString(RADIX);
        return ("0".repeat(CHARACTERS - digits.length()) + digits)
                .chars()
                .mapToObj(digit -> ALPHABET.substring(Character.digit(digit, RADIX), Character.digit(digit, RADIX) + 1))
                .collect(Collectors.joining());
    }

    /** RFC 3986, section 2.1; a form would have a plus sign for a space. */
    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
