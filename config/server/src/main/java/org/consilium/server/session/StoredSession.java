package org.consilium.server.session;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session as Redis had it.
 *
 * @param attributes by the fields that {@link AttributeFields} gives them
 * @param created milliseconds since 1970
 * @param accessed when it was last used before now, in milliseconds since 1970
 * @param maxInactive seconds that it may lie unused; not positive for ever
 * @param version the name of the save that wrote it
 * @param caller who is signed in; empty for nobody
 * @param account the name of who is signed in; empty for nobody
 * @param now when it was read, by the clock of Redis, in milliseconds since 1970
 */
record StoredSession(
        Map<String, byte[]> attributes,
        long created,
        long accessed,
        int maxInactive,
        String version,
        Optional<byte[]> caller,
        String account,
        long now) {
    static final String CREATED = "c";
    static final String ACCESSED = "a";
    static final String MAX_INACTIVE = "m";
    static final String VERSION = "v";
    static final String CALLER = "p";
    static final String ACCOUNT = "u";

    private static final byte[] NONE = new byte[0];

    /** From the answer of {@link Script#LOAD}: field, value, and so on, and the time. */
    static StoredSession of(List<byte[]> answer) {
        Map<String, byte[]> meta = new HashMap<>();
        Map<String, byte[]> attributes = new HashMap<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            String field = text(answer.get(i));
            if (AttributeFields.isAttribute(field)) {
                attributes.put(field, answer.get(i + 1));
            } else {
                meta.put(field, answer.get(i + 1));
            }
        }
        return new StoredSession(
                attributes,
                number(meta, CREATED),
                number(meta, ACCESSED),
                (int) number(meta, MAX_INACTIVE),
                text(meta.getOrDefault(VERSION, NONE)),
                Optional.ofNullable(meta.get(CALLER)),
                text(meta.getOrDefault(ACCOUNT, NONE)),
                Long.parseLong(text(answer.getLast())));
    }

    boolean expired() {
        return maxInactive > 0 && now - accessed >= maxInactive * 1000L;
    }

    /** When it will have lain unused for too long, in milliseconds since 1970. */
    long due() {
        return maxInactive > 0 ? accessed + maxInactive * 1000L : Long.MAX_VALUE;
    }

    private static long number(Map<String, byte[]> meta, String field) {
        byte[] value = meta.get(field);
        return value == null ? 0 : Long.parseLong(text(value));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
