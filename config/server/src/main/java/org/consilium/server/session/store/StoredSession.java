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
 * @param end when it ends, however much it is used, in milliseconds since 1970
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
        long end,
        long now) {
    private static final Logger LOG = Logger.getLogger(StoredSession.class.getName());

    static final String CREATED = "c";
    static final String MAX_INACTIVE = "m";
    static final String VERSION = "v";
    static final String CALLER = "p";
    static final String ACCOUNT = "u";

    private static final String ACCESSED = "a";
    /** When it got its id, by the clock of Redis. */
    private static final String SINCE = "s";

    private static final byte[] NONE = new byte[0];

    /** Whether a field is encrypted: all but the times and the version, which the scripts in Redis read. */
    static boolean isSecret(String field) {
        return AttributeFields.isAttribute(field) || field.equals(CALLER) || field.equals(ACCOUNT);
    }

    /**
     * From the answer of {@link Script#LOAD}: field, value, ..., and the time. Empty if a value cannot be decrypted:
     * the session is another's, or was changed by somebody without the key.
     */
    static Optional<StoredSession> of(List<byte[]> answer, SessionKey key, SessionPolicy policy) {
        FieldCipher cipher = policy.cipher().of(key);
        Map<String, byte[]> properties = new HashMap<>();
        Map<String, byte[]> attributes = new HashMap<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            String field = text(answer.get(i));
            byte[] stored = answer.get(i + 1);
            byte[] value = isSecret(field) ? cipher.decrypt(field, stored) : stored;
            if (value == null) {
                LOG.log(Level.WARNING, "a session cannot be decrypted and counts as ended, because of {0}", field);
                return Optional.empty();
            }
            (AttributeFields.isAttribute(field) ? attributes : properties).put(field, value);
        }
        long since = number(properties, SINCE);
        return Optional.of(new StoredSession(
                attributes,
                number(properties, CREATED),
                number(properties, ACCESSED),
                (int) number(properties, MAX_INACTIVE),
                text(properties.getOrDefault(VERSION, NONE)),
                Optional.ofNullable(properties.get(CALLER)),
                text(properties.getOrDefault(ACCOUNT, NONE)),
                since > 0 ? since + policy.lifetime().toMillis() : Long.MAX_VALUE,
                Long.parseLong(text(answer.getLast()))));
    }

    public boolean expired() {
        return now >= due();
    }

    /** When it expires unless it is used, in milliseconds since 1970. */
    public long due() {
        return maxInactive > 0 ? Math.min(end, accessed + maxInactive * 1000L) : end;
    }

    private static long number(Map<String, byte[]> properties, String field) {
        byte[] value = properties.get(field);
        return value == null ? 0 : Long.parseLong(text(value));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
