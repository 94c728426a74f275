package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;
import org.consilium.server.ServerProcess;
import org.consilium.server.session.store.SessionKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a session keeps cannot be read in Redis, and not be moved there to another session. */
class EncryptedSessionsIT {
    private static final String SECRET = "seeded-words-of-a-patient";
    private static final String LABEL = "/count/brief?seconds=600&label=";

    private static ServerProcess former;
    private static ServerProcess exchanged;

    private final NodeVisit visit = new NodeVisit();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Nodes nodes = SharedNodes.get().nodes();
        former = nodes.starting(Map.of("CONSILIUM_SESSION_KEYS", key('a')));
        exchanged = nodes.starting(Map.of("CONSILIUM_SESSION_KEYS", key('b') + "," + key('a')));
        former.awaitLine("\"message\":\"ready\"");
        exchanged.awaitLine("\"message\":\"ready\"");
    }

    private static String key(char content) {
        return String.valueOf(content).repeat(32);
    }

    @Test
    void cannotBeReadInRedis() {
        visit.get(former, "/caller?user=" + SECRET);
        visit.get(former, LABEL + SECRET);
        assertThat(visit.text(exchanged, "/caller")).startsWith("user=" + SECRET);
        assertThat(visit.text(exchanged, "/count/names")).contains(" label ");
        assertThat(stored(visit)).doesNotContain(SECRET).contains(".label");
    }

    @Test
    void isEncryptedWithTheNextUseAfterItWasStoredInClear() {
        ServerProcess before = SharedNodes.get().nodes().get(0);
        visit.get(before, LABEL + SECRET);
        assertThat(stored(visit)).contains(SECRET);
        visit.get(former, LABEL + SECRET + 2);
        assertThat(visit.text(exchanged, "/count/names")).contains(" label ");
        assertThat(stored(visit)).doesNotContain(SECRET);
    }

    @Test
    void cannotBeMovedToAnotherSession() {
        NodeVisit attacker = new NodeVisit();
        visit.get(former, "/caller?user=ann");
        attacker.get(former, "/count");
        try (RedisConnection connection = SharedNodes.get().redis().connect()) {
            connection.send(
                    "EVAL",
                    "for _, f in ipairs({'p', 'u'}) do redis.call('HSET', KEYS[2], f, redis.call('HGET', KEYS[1], f)) end",
                    "2",
                    data(visit),
                    data(attacker));
        }
        assertThat(attacker.get(former, "/caller").status()).isEqualTo(401);
        assertThat(visit.text(former, "/caller")).startsWith("user=ann");
    }

    private static String stored(NodeVisit visit) {
        RedisServer redis = SharedNodes.get().redis();
        try (RedisConnection connection = redis.connect()) {
            return String.valueOf((List<?>) connection.send("HGETALL", data(visit)));
        }
    }

    private static String data(NodeVisit visit) {
        return SessionKey.of(visit.id()).data();
    }
}
