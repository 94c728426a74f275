package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.consilium.local.redis.RedisConnection;
import org.consilium.server.ServerProcess;
import org.consilium.server.session.store.SessionKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The values of a session cannot be read in Redis, nor be moved or forged there; keys can be exchanged. */
class EncryptedSessionsIT {
    private static final String SECRET = "seeded-words-of-a-patient";
    private static final String LABEL = "/count/brief?seconds=600&label=";
    private static final String COPY =
            "for _, f in ipairs({'p', 'u'}) do " + "redis.call('HSET', KEYS[2], f, redis.call('HGET', KEYS[1], f)) end";

    private static ServerProcess clear;
    private static ServerProcess former;
    private static ServerProcess exchanged;

    private final NodeVisit visit = new NodeVisit();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Nodes nodes = SharedNodes.get().nodes();
        clear = nodes.get(0);
        former = nodes.apart(Map.of("CONSILIUM_SESSION_KEYS", key('a') + ",none"));
        exchanged = nodes.apart(Map.of("CONSILIUM_SESSION_KEYS", key('b') + "," + key('a')));
        former.awaitLine("\"message\":\"ready\"");
        exchanged.awaitLine("\"message\":\"ready\"");
    }

    @AfterAll
    static void stop() {
        former.close();
        exchanged.close();
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
        assertThat(stored()).doesNotContain(SECRET).contains(".label");
    }

    @Test
    void areListedWithADescriptionThatCannotBeReadInRedis() {
        visit.get(former, "/caller?user=lou&description=" + SECRET);
        assertThat(Listed.by(visit, exchanged))
                .singleElement()
                .satisfies(session -> assertThat(session.description()).isEqualTo(SECRET));
        assertThat(stored()).doesNotContain(SECRET);
    }

    @Test
    void areEncryptedWithTheNextUseAfterTheyWereStoredInClear() {
        visit.get(clear, LABEL + SECRET);
        assertThat(stored()).contains(SECRET);
        visit.get(former, LABEL + SECRET + 2);
        assertThat(visit.text(former, "/count/names")).contains(" label ");
        assertThat(stored()).doesNotContain(SECRET);
    }

    @Test
    void cannotBeMovedToAnotherSession() {
        NodeVisit attacker = new NodeVisit();
        visit.get(exchanged, "/caller?user=ann");
        attacker.get(exchanged, "/count");
        assertThat(attacker.text(exchanged, "/count")).startsWith("n=2 ");
        send("EVAL", COPY, "2", data(visit), data(attacker));
        assertThat(attacker.get(exchanged, "/caller").status()).isEqualTo(401);
        assertThat(visit.text(exchanged, "/caller")).startsWith("user=ann");
    }

    @Test
    void cannotBeForgedInClear() {
        NodeVisit attacker = new NodeVisit();
        visit.get(clear, "/caller?user=ann");
        attacker.get(former, "/count");
        send("EVAL", COPY, "2", data(visit), data(attacker));
        assertThat(attacker.get(exchanged, "/caller").status()).isEqualTo(401);
        assertThat(attacker.text(former, "/caller"))
                .as("where values in clear are accepted")
                .startsWith("user=ann");
    }

    private String stored() {
        return String.valueOf(send("HGETALL", data(visit)));
    }

    private static @Nullable Object send(String... command) {
        try (RedisConnection connection = SharedNodes.get().redis().connect()) {
            return connection.send(command);
        }
    }

    private static String data(NodeVisit visit) {
        return SessionKey.of(visit.id()).data();
    }
}
