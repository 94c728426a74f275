package org.consilium.server.session;

import java.time.Duration;
import java.time.Instant;
import org.consilium.local.redis.RedisConnection;
import org.consilium.server.session.store.SessionKey;
import org.jspecify.annotations.Nullable;

/** The hash of a session in Redis, whose times a test changes in place of waiting. */
final class StoredHash {
    static final String CREATED = "c";
    static final String BEGAN = "s";
    static final String ACCESSED = "a";

    private final String key;

    private StoredHash(String key) {
        this.key = key;
    }

    static StoredHash of(NodeVisit visit) {
        return new StoredHash(SessionKey.of(visit.id()).data());
    }

    Instant time(String field) {
        return Instant.ofEpochMilli(Long.parseLong(String.valueOf(send("HGET", key, field))));
    }

    void set(String field, Instant time) {
        Object unused = send("HSET", key, field, String.valueOf(time.toEpochMilli()));
    }

    /** Moves a time to the past. */
    void age(String field, Duration age) {
        set(field, time(field).minus(age));
    }

    void remove(String field) {
        Object unused = send("HDEL", key, field);
    }

    boolean exists() {
        return Long.valueOf(1).equals(send("EXISTS", key));
    }

    Duration ttl() {
        return Duration.ofMillis(Long.parseLong(String.valueOf(send("PTTL", key))));
    }

    private static @Nullable Object send(String... command) {
        try (RedisConnection connection = SharedNodes.get().redis().connect()) {
            return connection.send(command);
        }
    }
}
