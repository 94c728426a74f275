package org.consilium.server.session.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what a session keeps before it leaves the node (AES-256-GCM, NIST SP 800-38D). A value is bound to its
 * session and its field: moved to another, it cannot be read. The first key encrypts, all keys decrypt, so that keys
 * can be exchanged while nodes run. Without a key, values are stored as they are; encrypted ones cannot be read then.
 */
public final class SessionCipher {
    /** Leaves values as they are. */
    public static final SessionCipher NONE = new SessionCipher(List.of());

    /** The first byte of an encrypted value; no value begins with it otherwise. */
    private static final byte ENCRYPTED = 1;

    private static final String SETTING = "session-keys";
    private static final String EXPECTED = "one or two secrets of at least 28 random characters, separated by a comma";
    /** Of letters and digits: 160 bits. */
    private static final int MIN_LENGTH = 28;

    private static final int MAX_KEYS = 2;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** By the beginning of their checksums; the first one encrypts. */
    private final Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();

    /** @param keys of 32 bytes each, the first of which encrypts */
    SessionCipher(List<byte[]> keys) {
        keys.forEach(key -> this.keys.put(id(key), new SecretKeySpec(key, "AES")));
    }

    /** Reads {@code consilium.server.session-keys}: secrets, whose SHA-256 checksums are the keys. */
    public static SessionCipher of(Settings settings) throws CannotStart {
        String text = settings.text(SETTING, "");
        if (text.isEmpty()) {
            return NONE;
        }
        List<String> secrets =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (secrets.size() > MAX_KEYS || secrets.stream().anyMatch(secret -> secret.length() < MIN_LENGTH)) {
            throw settings.invalid(SETTING, "...", EXPECTED);
        }
        return new SessionCipher(secrets.stream()
                .map(secret -> sha256(secret.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** The value as Redis gets it. */
    byte[] encrypt(SessionKey session, String field, byte[] value) {
        if (keys.isEmpty()) {
            return value;
        }
        Map.Entry<Integer, SecretKeySpec> key = keys.entrySet().iterator().next();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, session, field);
            ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + cipher.getOutputSize(value.length))
                    .put(ENCRYPTED)
                    .putInt(key.getKey())
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(value), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The value as the node wrote it; null if it is of another session or field, or its key is not known here. */
    byte @Nullable [] decrypt(SessionKey session, String field, byte[] stored) {
        if (stored.length == 0 || stored[0] != ENCRYPTED) {
            return stored;
        }
        if (stored.length < HEAD_BYTES) {
            return null;
        }
        SecretKeySpec key = keys.get(ByteBuffer.wrap(stored, 1, KEY_ID_BYTES).getInt());
        if (key == null) {
            return null;
        }
        byte[] nonce = Arrays.copyOfRange(stored, 1 + KEY_ID_BYTES, HEAD_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, session, field)
                    .doFinal(stored, HEAD_BYTES, stored.length - HEAD_BYTES);
        } catch (GeneralSecurityException changed) {
            return null;
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, SessionKey session, String field)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((session.handle() + " " + field).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static int id(byte[] key) {
        return ByteBuffer.wrap(sha256(key)).getInt();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
