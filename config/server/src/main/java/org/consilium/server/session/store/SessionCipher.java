package org.consilium.server.session.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The node's keys for the values of sessions, which {@link FieldCipher} encrypts. The first of the keys encrypts and
 * all of them decrypt, so that keys can be exchanged while nodes run. The key {@code none} stores values in clear; a
 * node without it accepts no value in clear.
 */
final class SessionCipher {
    private static final Logger LOG = Logger.getLogger(SessionCipher.class.getName());

    /** The key that leaves values as they are. */
    static final byte[] CLEAR = new byte[0];

    private static final String SETTING = "session-keys";
    private static final String CLEAR_KEY = "none";
    private static final String EXPECTED =
            "one or two secrets of at least 28 random characters, separated by a comma, or none: sessions in clear";
    /** Of letters and digits: 160 bits. */
    private static final int MIN_LENGTH = 28;

    private static final int MAX_KEYS = 2;

    private final NodeKey first;
    private final Map<Integer, NodeKey> keys = new HashMap<>();

    private final boolean readsClear;

    /** @param keys of 32 bytes each, or {@link #CLEAR}; the first encrypts */
    SessionCipher(List<byte[]> keys) {
        first = new NodeKey(keys.getFirst());
        readsClear = keys.contains(CLEAR);
        keys.stream().filter(key -> !isClear(key)).map(NodeKey::new).forEach(key -> this.keys.put(key.id(), key));
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

    /** For the values of one session; cheaper than one for each of them. */
    FieldCipher of(SessionKey session) {
        return new FieldCipher(this, session);
    }

    /** Whether values are stored in clear. */
    boolean writesClear() {
        return isClear(first.secret());
    }

    boolean readsClear() {
        return readsClear;
    }

    /** The key that encrypts. */
    NodeKey first() {
        return first;
    }

    /** A key by its id; null if it is not known here. */
    @Nullable
    NodeKey key(int id) {
        return keys.get(id);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A key of the node. */
    static final class NodeKey {

        private final byte[] secret;
        private final int id;

        private NodeKey(byte[] secret) {
            this.secret = secret;
            this.id = ByteBuffer.wrap(sha256(secret)).getInt();
        }

        byte[] secret() {
            return secret;
        }

        /** The beginning of its checksum, by which a value names it. */
        int id() {
            return id;
        }
    }
}
