package org.consilium.server.session.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.server.session.store.SessionCipher.NodeKey;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the values of one session before they leave the node (AES-256-GCM, NIST SP 800-38D). Each session has a key
 * of its own, derived from the node's key, and each value is bound to its field: moved to another session or field, it
 * cannot be read. The key is derived once for all values, which costs more than a value does. For one thread.
 */
final class FieldCipher {
    /** The first byte of an encrypted value; no value begins with it otherwise. */
    private static final byte ENCRYPTED = 1;

    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** To look them up takes longer than to use them. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(FieldCipher::newCipher);

    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(FieldCipher::newMac);

    private final SessionCipher keys;
    private final SessionKey session;

    /** Of which the session's key is derived. */
    private @Nullable NodeKey derivedFrom;

    private @Nullable SecretKey derived;

    FieldCipher(SessionCipher keys, SessionKey session) {
        this.keys = keys;
        this.session = session;
    }

    /** The value as Redis gets it. */
    byte[] encrypt(String field, byte[] value) {
        if (keys.writesClear()) {
            return value;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher ready = cipher(Cipher.ENCRYPT_MODE, keys.first(), nonce, field);
            ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + ready.getOutputSize(value.length))
                    .put(ENCRYPTED)
                    .putInt(keys.first().id())
                    .put(nonce);
            ready.doFinal(ByteBuffer.wrap(value), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** The value as a node wrote it; null if it is of another session or field, or its key is not known here. */
    byte @Nullable [] decrypt(String field, byte[] stored) {
        if (stored.length == 0 || stored[0] != ENCRYPTED) {
            return keys.readsClear() ? stored : null;
        }
        if (stored.length < HEAD_BYTES) {
            return null;
        }
        NodeKey key = keys.key(ByteBuffer.wrap(stored, 1, KEY_ID_BYTES).getInt());
        if (key == null) {
            return null;
        }
        byte[] nonce = Arrays.copyOfRange(stored, 1 + KEY_ID_BYTES, HEAD_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, field)
                    .doFinal(stored, HEAD_BYTES, stored.length - HEAD_BYTES);
        } catch (GeneralSecurityException changed) {
            return null;
        }
    }

    private Cipher cipher(int mode, NodeKey key, byte[] nonce, String field) throws GeneralSecurityException {
        Cipher ready = CIPHER.get();
        ready.init(mode, derived(key), new GCMParameterSpec(TAG_BITS, nonce));
        ready.updateAAD(field.getBytes(StandardCharsets.UTF_8));
        return ready;
    }

    /** A key of its own for each session, so that random nonces stay unique enough however many sessions there are. */
    private SecretKey derived(NodeKey key) throws GeneralSecurityException {
        SecretKey known = derived;
        if (known != null && key.equals(derivedFrom)) {
            return known;
        }
        Mac mac = MAC.get();
        mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
        SecretKey made = new SecretKeySpec(mac.doFinal(session.handle().getBytes(StandardCharsets.UTF_8)), "AES");
        derivedFrom = key;
        derived = made;
        return made;
    }
}
