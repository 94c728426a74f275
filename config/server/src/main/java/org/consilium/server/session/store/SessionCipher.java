package org.consilium.server.session.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the values of a session before they leave the node (AES-256-GCM, NIST SP 800-38D). Each session has a key of
 * its own, derived from the node's key, and each value is bound to its field: moved to another session or field, it
 * cannot be read. The first of the node's keys encrypts and all of them decrypt, so that keys can be exchanged while
 * nodes run. The key {@code none} stores values in clear; a node without it accepts no value in clear.
 */
final class SessionCipher {
    private static final Logger LOG = Logger.getLogger(SessionCipher.class.getName());

    /** The key that leaves values as they are. */
    static final byte[] CLEAR = new byte[0];

    /** The first byte of an encrypted value; no value begins with it otherwise. */
    private static final byte ENCRYPTED = 1;

    private static final String SETTING = "session-keys";
    private static final String CLEAR_KEY = "none";
    private static final String EXPECTED =
            "one or two secrets of at least 28 random characters, separated by a comma, or none: sessions in clear";
    /** Of letters and digits: 160 bits. */
    private static final int MIN_LENGTH = 28;

    private static final int MAX_KEYS = 2;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The one that encrypts. */
    private final byte[] first;
    /** By the beginning of their checksums. */
    private final Map<Integer, byte[]> keys = new HashMap<>();

    private final boolean readsClear;

    /** @param keys of 32 bytes each, or {@link #CLEAR}; the first encrypts */
    SessionCipher(List<byte[]> keys) {
        first = keys.getFirst();
        readsClear = keys.contains(CLEAR);
        keys.stream().filter(key -> !isClear(key)).forEach(key -> this.keys.put(id(key), key));
    }

    /** Reads {@code consilium.server.session-keys}: secrets, whose SHA-256 checksums are the keys. */
    static SessionCipher of(Settings settings) throws CannotStart {
        if (!settings.has(SETTING)) {
            LOG.log(Level.WARNING, "sessions are stored in clear: consilium.server.{0} is missing", SETTING);
        }
        List<String> secrets = Arrays.stream(settings.text(SETTING, CLEAR_KEY).split(",", -1))
                .map(String::strip)
                .toList();
        if (secrets.size() > MAX_KEYS || !secrets.stream().allMatch(SessionCipher::isValid)) {
            throw settings.invalid(SETTING, "...", EXPECTED);
        }
        return new SessionCipher(secrets.stream().map(SessionCipher::key).toList());
    }

    private static boolean isValid(String secret) {
        return secret.equals(CLEAR_KEY) || secret.length() >= MIN_LENGTH;
    }

    private static byte[] key(String secret) {
        return secret.equals(CLEAR_KEY) ? CLEAR : sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isClear(byte[] key) {
        return key.length == 0;
    }

    /** The value as Redis gets it. */
    byte[] encrypt(SessionKey session, String field, byte[] value) {
        if (isClear(first)) {
            return value;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, first, nonce, session, field);
            ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + cipher.getOutputSize(value.length))
                    .put(ENCRYPTED)
                    .putInt(id(first))
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(value), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The value as a node wrote it; null if it is of another session or field, or its key is not known here. */
    byte @Nullable [] decrypt(SessionKey session, String field, byte[] stored) {
        if (stored.length == 0 || stored[0] != ENCRYPTED) {
            return readsClear ? stored : null;
        }
        if (stored.length < HEAD_BYTES) {
            return null;
        }
        byte[] key = keys.get(ByteBuffer.wrap(stored, 1, KEY_ID_BYTES).getInt());
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

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, SessionKey session, String field)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, ofSession(key, session), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(field.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A key of its own for each session, so that random nonces stay unique enough however many sessions there are. */
    private static SecretKeySpec ofSession(byte[] key, SessionKey session) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return new SecretKeySpec(mac.doFinal(session.handle().getBytes(StandardCharsets.UTF_8)), "AES");
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
