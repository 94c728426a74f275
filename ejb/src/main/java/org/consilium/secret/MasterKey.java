package org.consilium.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One of the {@link SecretKeys}. Each value is encrypted by AES-256-GCM with a key of its own, which is derived from
 * this one, a random salt, and the purpose (NIST SP 800-108r1, section 4.1: counter mode with HMAC-SHA-256): so there
 * is no limit to the number of values, and the nonce need not differ. A value is the id of the key (4 bytes), the salt
 * (16 bytes), and the encrypted text with its tag (16 bytes).
 *
 * <p>A fingerprint is the HMAC-SHA-256 (RFC 2104) of a value with a key that is derived in the same way from this one
 * and the purpose, under another label.
 */
final class MasterKey {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] ENCRYPTION = "consilium".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FINGERPRINT = "consilium fingerprint".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BITS = 256;
    private static final int ID_BYTES = 4;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];
    private static final int HEAD_BYTES = ID_BYTES + SALT_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final byte[] id;

    private MasterKey(byte[] secret) throws GeneralSecurityException {
        this.secret = secret;
        this.id = Arrays.copyOf(sha256(secret), ID_BYTES);
    }

    /** @param secret random characters */
    static MasterKey of(String secret) {
        try {
            return new MasterKey(sha256(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    byte[] encrypt(String purpose, byte[] plain) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, purpose, salt).doFinal(plain);
            return ByteBuffer.allocate(HEAD_BYTES + encrypted.length)
                    .put(id)
                    .put(salt)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** Whether this key has encrypted a value. */
    boolean hasEncrypted(byte[] value) {
        return value.length > HEAD_BYTES && Arrays.equals(value, 0, ID_BYTES, id, 0, ID_BYTES);
    }

    Optional<byte[]> decrypt(String purpose, byte[] value) {
        byte[] salt = Arrays.copyOfRange(value, ID_BYTES, HEAD_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, purpose, salt).doFinal(value, HEAD_BYTES, value.length - HEAD_BYTES));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** 64 lowercase hexadecimal digits. */
    String fingerprint(String purpose, String value) {
        try {
            byte[] key = derived(FINGERPRINT, purpose.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hmac(key).doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] salt) throws GeneralSecurityException {
        byte[] key = derived(ENCRYPTION, salt, purpose.getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        return cipher;
    }

    /** A key for one use alone. */
    private byte[] derived(byte[] label, byte[]... context) throws GeneralSecurityException {
        Mac mac = hmac(secret);
        mac.update(new byte[] {0, 0, 0, 1});
        mac.update(label);
        mac.update((byte) 0);
        for (byte[] part : context) {
            mac.update(part);
        }
        return mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(KEY_BITS).array());
    }

    private static Mac hmac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac;
    }
}
