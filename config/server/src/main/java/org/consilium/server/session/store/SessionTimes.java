package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The times of a session, in milliseconds since 1970.
 *
 * @param created when the container created it, by the clock of a node
 * @param began from when its lifetime counts: when somebody signed in, or else when it was created
 * @param accessed when it was last used before now
 * @param maxInactive seconds without use after which it expires; zero or less for never
 * @param end when it ends, however much it is used
 * @param now when it was read, by the clock of Redis; in a list, by that of the node
 */
public record SessionTimes(long created, long began, long accessed, int maxInactive, long end, long now) {
    static final String CREATED = "c";
    static final String MAX_INACTIVE = "m";

    private static final String ACCESSED = "a";
    private static final String BEGAN = "s";

    /** The fields that hold them. */
    static final List<String> FIELDS = List.of(CREATED, BEGAN, ACCESSED, MAX_INACTIVE);

    /** A session of an older server may lack the field {@code s}: its lifetime then counts from its creation. */
    static SessionTimes of(Map<String, byte[]> fields, Duration lifetime, long now) {
        long created = number(fields, CREATED);
        long began = fields.containsKey(BEGAN) ? number(fields, BEGAN) : created;
        int maxInactive = (int) number(fields, MAX_INACTIVE);
        return new SessionTimes(
                created, began, number(fields, ACCESSED), maxInactive, began + lifetime.toMillis(), now);
    }

    public boolean expired() {
        return now >= due();
    }

    /** When it expires unless it is used. */
    public long due() {
        return maxInactive > 0 ? Math.min(end, accessed + maxInactive * 1000L) : end;
    }

    private static long number(Map<String, byte[]> fields, String field) {
        byte[] value = fields.get(field);
        return value == null ? 0 : Long.parseLong(text(value));
    }
}
