package org.consilium.account.factor;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The hash of a random code, as NIST SP 800-63B-4, section 3.1.2.2, requires of one with less than 112 bits: salted,
 * and by a password hashing scheme (PBKDF2, SP 800-132), whose work factor may be small as the code is random.
 */
final class SaltedHash {
    private static final String SCHEME = "PBKDF2WithHmacSHA256";

    /** The fewest that SP 800-132, section 5.2, allows: a millisecond or less. */
    private static final int ITERATIONS = 1_000;

    private static final int HASH_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SaltedHash() {}

    static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** 64 lowercase hexadecimal digits. */
    static String of(String code, byte[] salt) {
        try {
            PBEKeySpec input = new PBEKeySpec(code.toCharArray(), salt, ITERATIONS, HASH_BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance(SCHEME)
                            .generateSecret(input)
                            .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + SCHEME, impossible);
        }
    }
}
