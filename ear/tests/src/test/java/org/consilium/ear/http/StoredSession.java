package org.consilium.ear.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.consilium.ear.stand.Stand;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HttpVisit;

/**
 * The session of a visitor, as Redis holds it.
 *
 * @param key which is made from its id
 */
record StoredSession(String key) {
    private static final String LAST_USE = "a";

    static StoredSession of(HttpVisit visit) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(visit.cookie("JSESSIONID").getBytes(StandardCharsets.UTF_8));
            String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
            return new StoredSession("consilium:session:{" + handle + "}");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    String lastUse() {
        try (RedisConnection redis = Stand.get().redis().connect()) {
            return String.valueOf(redis.text("HGET", key, LAST_USE));
        }
    }

    /** Makes it as if nobody had used it for some time; gives the time of the last use. */
    String age(Duration unused) {
        String aged = String.valueOf(System.currentTimeMillis() - unused.toMillis());
        try (RedisConnection redis = Stand.get().redis().connect()) {
            redis.send("HSET", key, LAST_USE, aged);
        }
        return aged;
    }
}
