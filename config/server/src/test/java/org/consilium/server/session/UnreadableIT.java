package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;
import org.consilium.server.session.store.SessionKey;
import org.junit.jupiter.api.Test;

/**
 * An attribute that a node cannot read, as another version may have written it, does not affect the rest of the
 * session.
 */
class UnreadableIT {
    private static final String SET = "return redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])";
    private static final String GET = "return redis.call('HGET', KEYS[1], ARGV[1])";
    private static final String EXCHANGE =
            "local was = redis.call('HGET', KEYS[1], ARGV[1]) redis.call('HSET', KEYS[1], ARGV[2], was, ARGV[1], 'oops')"
                    + " return 1";
    private static final String RESTORE =
            "redis.call('HSET', KEYS[1], ARGV[1], redis.call('HGET', KEYS[1], ARGV[2])) return 1";

    private final Nodes nodes = SharedNodes.get().nodes();
    private final RedisServer redis = SharedNodes.get().redis();
    private final NodeVisit visit = new NodeVisit();

    @Test
    void anAttributeIsAsIfItWereNotThereAndIsKept() {
        visit.get(nodes.get(0), "/caller?user=ann");
        visit.get(nodes.get(0), "/count");
        visit.get(nodes.get(0), "/count/brief?seconds=600&label=kept");
        eval(EXCHANGE, ".label", ".aside");
        assertThat(visit.text(nodes.get(1), "/caller")).isEqualTo("user=ann title=Dr staff=true guest=false");
        assertThat(visit.text(nodes.get(1), "/count/names")).contains(" n ").doesNotContain(" label ");
        visit.get(nodes.get(1), "/count/renamed");
        assertThat(eval(GET, ".label")).isEqualTo("oops");
        assertThat(visit.text(nodes.get(2), "/count")).startsWith("n=4 cart=4 bean=4");
        eval(RESTORE, ".label", ".aside");
        assertThat(visit.text(nodes.get(2), "/count/names")).contains(" label ");
    }

    @Test
    void whatAnotherVersionKeepsForItselfStaysWhereItIs() {
        visit.get(nodes.get(0), "/count");
        eval(SET, "@another.page.1", "its state");
        assertThat(visit.text(nodes.get(1), "/count/names")).doesNotContain("page.1");
        visit.get(nodes.get(1), "/count/renamed");
        assertThat(eval(GET, "@another.page.1")).isEqualTo("its state");
    }

    @Test
    void aCallerIsNobodyHereAndIsNotWrittenOver() {
        visit.get(nodes.get(0), "/caller?user=ann");
        eval(EXCHANGE, "p", ".aside");
        assertThat(visit.get(nodes.get(1), "/caller").status()).isEqualTo(401);
        visit.get(nodes.get(1), "/count");
        visit.get(nodes.get(1), "/count/renamed");
        assertThat(eval(GET, "p")).isEqualTo("oops");
        assertThat(eval(GET, "u")).isEqualTo("ann");
        eval(RESTORE, "p", ".aside");
        assertThat(visit.text(nodes.get(2), "/caller")).isEqualTo("user=ann title=Dr staff=true guest=false");
    }

    private String eval(String script, String... arguments) {
        String key = SessionKey.of(visit.id()).data();
        try (RedisConnection connection = redis.connect()) {
            String[] command = new String[3 + 1 + arguments.length];
            command[0] = "EVAL";
            command[1] = script;
            command[2] = "1";
            command[3] = key;
            System.arraycopy(arguments, 0, command, 4, arguments.length);
            return String.valueOf(connection.send(command));
        }
    }
}
