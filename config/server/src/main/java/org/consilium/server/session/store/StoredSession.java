package org.consilium.server.session.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A session as Redis had it.
 *
 * @param attributes by the fields that {@link AttributeFields} gives them
 * @param created milliseconds since 1970
 * @param accessed when it was last used before now, in milliseconds since 1970
 * @param maxInactive seconds without use after which it expires; zero or less for never
 * @param version the version that the last save wrote
 * @param caller the serialized caller who is signed in; empty for nobody
 * @param account the name of that caller; empty for nobody
 * @param now when it was read, by the clock of Redis, in milliseconds since 1970
 */
public record StoredSession(
        Map<String, byte[]> attributes,
        long created,
        long accessed,
        int maxInactive,
        String version,
        Optional<byte[]> caller,
        String account,
        long now) {
    private static final Logger LOG = Logger.getLogger(StoredSession.class.getName());

    static final String CREATED = "c";
    static final String MAX_INACTIVE = "m";
    static final String VERSION = "v";
    static final String CALLER = "p";
    static final String ACCOUNT = "u";

    private static final String ACCESSED = "a";
    private static final byte[] NONE = new byte[0];

    /** Whether a field is encrypted: all but the times and the version, which the scripts in Redis read. */
    static boolean isSecret(String field) {
        return AttributeFields.isAttribute(field) || field.equals(CALLER) || field.equals(ACCOUNT);
    }

    /**
     * From the answer of {@link Script#LOAD}: field, value, ..., and the time. A value that cannot be decrypted is left
     * out.
     */
    static StoredSession of(List<byte[]> answer, SessionKey key, SessionCipher cipher) {
        Map<String, byte[]> properties = new HashMap<>();
        Map<String, byte[]> attributes = new HashMap<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            String field = text(answer.get(i));
            byte[] value = cipher.decrypt(key, field, answer.get(i + 1));
            if (value == null) {
                LOG.log(Level.SEVERE, "a value of a session cannot be decrypted: {0}", field);
            } else {
                (AttributeFields.isAttribute(field) ? attributes : properties).put(field, value);
            }
        }
        return new StoredSession(
                attributes,
                number(properties, CREATED),
                number(properties, ACCESSED),
                (int) number(properties, MAX_INACTIVE),
                text(properties.getOrDefault(VERSION, NONE)),
                Optional.ofNullable(properties.get(CALLER)),
                text(properties.getOrDefault(ACCOUNT, NONE)),
                Long.parseLong(text(answer.getLast())));
    }

    public boolean expired() {
        return maxInactive > 0 && now - accessed >= maxInactive * 1000L;
    }

    /** When it expires unless it is used, in milliseconds since 1970. */
    public long due() {
        return maxInactive > 0 ? accessed + maxInactive * 1000L : Long.MAX_VALUE;
    }

    private static long number(Map<String, byte[]> properties, String field) {
        byte[] value = properties.get(field);
        return value == null ? 0 : Long.parseLong(text(value));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
