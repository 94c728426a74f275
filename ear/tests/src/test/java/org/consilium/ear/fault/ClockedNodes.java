package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.ear.stand.DebianPackage;
import org.consilium.ear.stand.Once;
import org.consilium.ear.stand.Stand;
import org.consilium.local.node.Node;
import org.consilium.local.process.Ports;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HttpVisit;

/**
 * A node of the cluster whose clock is right, one that is ahead and one that is behind, with a balancer of their own.
 */
public final class ClockedNodes {

    private static final DebianPackage FAKETIME = DebianPackage.of("faketime");
    private static final int SECONDS = 90;
    /** How long they let a patient's session lie unused: less than the clocks are apart. */
    static final Duration IDLE = Duration.ofMinutes(1);

    private static final Once<ClockedNodes> SHARED = new Once<>(ClockedNodes::new);

    private static final Pattern TIME = Pattern.compile("\"type\":\"access\",\"time\":\"([^\"]+)\"");

    private static final String OVERDUE = """
            local now = redis.call('TIME')[1] * 1000
            local number = 0
            for _, key in ipairs(redis.call('KEYS', 'consilium:sessions:*')) do
              number = number + redis.call('ZCOUNT', key, '-inf', now)
            end
            return number""";

    private static final String AGE = """
            for _, key in ipairs(redis.call('KEYS', 'consilium:session:*}')) do
              redis.call('HINCRBY', key, 'a', -tonumber(ARGV[1]))
            end""";

    private final Cluster cluster;
    private final List<Node> all;
    private final Balancer balancer;

    private ClockedNodes() {
        cluster = Cluster.started();
        Node ahead = start(cluster, "node-ahead", "+" + SECONDS);
        Node behind = start(cluster, "node-behind", "-" + SECONDS);
        all = List.of(cluster.node(0), ahead, behind);
        assertClock(ahead.awaitReady(), SECONDS);
        assertClock(behind.awaitReady(), -SECONDS);
        balancer = Balancer.start(
                Stand.get().workspace(),
                "haproxy-of-clocks",
                Ports.free(),
                all.stream().map(Node::port).toList());
    }

    /** Started if they are not. Leaves the test out on a machine that cannot have them. */
    static ClockedNodes get() {
        var unused = FAKETIME.orLeaveOut("tests with wrong clocks");
        return SHARED.get();
    }

    /** Starts them ahead of the tests that need them. */
    public static void begin() {
        if (FAKETIME.program().isPresent() && Balancer.HAPROXY.program().isPresent()) {
            var unused = get();
        }
    }

    /** Ends them, if they were started. */
    public static void close() {
        SHARED.end(ClockedNodes::stop);
    }

    private static Node start(Cluster cluster, String name, String offset) {
        return Node.start(
                Stand.get().workspace(),
                cluster.settings(name)
                        .with("consilium.web.idle-minutes-patient", String.valueOf(IDLE.toMinutes()))
                        .withEnvironment(Map.of(
                                // the loader knows what $LIB is on this machine
                                "LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1",
                                "FAKETIME", offset,
                                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                                // else every wait of a JVM with a time limit ends at once: it counts by the monotonic
                                // clock
                                "FAKETIME_FORCE_MONOTONIC_FIX", "0")));
    }

    /** What the node writes into its log is its own time. */
    private static void assertClock(Node node, int seconds) {
        assertThat(HttpVisit.at(node.address()).get("/sign-in").status()).isEqualTo(200);
        Instant told = TIME.matcher(String.join("\n", node.lines()))
                .results()
                .reduce((one, next) -> next)
                .map((MatchResult access) -> Instant.parse(access.group(1)))
                .orElseThrow();
        assertThat(Duration.between(Instant.now(), told).toSeconds())
                .as("seconds ahead")
                .isBetween(seconds - 5L, seconds + 5L);
    }

    List<Node> all() {
        return all;
    }

    Balancer balancer() {
        return balancer;
    }

    /** How many sessions may have ended by the clock of the node that has begun them, and nobody has looked yet. */
    long overdue() {
        try (RedisConnection redis = cluster.redis().connect()) {
            return Long.parseLong(String.valueOf(redis.send("EVAL", OVERDUE, "0")));
        }
    }

    /** Lets every session have lain unused for so much longer. */
    void age(Duration unused) {
        try (RedisConnection redis = cluster.redis().connect()) {
            redis.send("EVAL", AGE, "0", String.valueOf(unused.toMillis()));
        }
    }

    private void stop() {
        balancer.stop();
        all.get(1).kill();
        all.get(2).kill();
    }
}
