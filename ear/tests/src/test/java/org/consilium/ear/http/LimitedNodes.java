package org.consilium.ear.http;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.consilium.ear.stand.Once;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;

/**
 * Two nodes that believe a proxy and soon limit what can be abused, of hospitals at either end of the day. They count
 * in a Redis of their own, so that nothing counts for the other tests, which come from the same address. Started once
 * for all who need them.
 */
public final class LimitedNodes {

    private static final Map<String, String> LIMITS = Map.of(
            "consilium.server.trust-proxy", "true", // lets each test come from an address of its own
            "consilium.limit.sign-in-account", "3 per 60s",
            "consilium.limit.sign-in-address", "6 per 1h",
            "consilium.limit.registration-address", "2 per 1h",
            "consilium.limit.upload-account", "2 per 1h",
            "consilium.limit.consultation-account", "2 per 1h",
            "consilium.limit.message-account", "2 per 1h",
            "consilium.limit.draft-account", "2 per 1h",
            "consilium.limit.note-account", "2 per 1h",
            "consilium.limit.annotation-account", "2 per 1h");

    /** The first and the last place on Earth where a day begins: whatever the time, they never have the same date. */
    public static final List<ZoneId> ZONES = List.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Etc/GMT+12"));

    private static final Once<LimitedNodes> SHARED = new Once<>(LimitedNodes::new);

    private final RedisServer redis;
    private final List<Node> nodes;

    private LimitedNodes() {
        var unused = Stand.get().node(); // brings the tables and the demo's people
        redis = RedisServer.start(
                Stand.get().workspace(), RedisSettings.named("redis-limits").withoutPersistence());
        redis.awaitReady();
        nodes = ZONES.stream().map(this::start).toList();
        nodes.forEach(Node::awaitReady);
    }

    private Node start(ZoneId zone) {
        String name = "limited-" + (1 + ZONES.indexOf(zone));
        return Node.start(
                Stand.get().workspace(),
                NodeSettings.of(name, Ports.free())
                        .with(Stand.get().configuration(MariaDb.DEFAULT_DATABASE))
                        .with(redis.properties())
                        .with("consilium.web.time-zone", zone.getId())
                        .with("consilium.server.session-keys", Stand.SESSION_KEY)
                        .with(LIMITS));
    }

    public static LimitedNodes get() {
        return SHARED.get();
    }

    /** Starts them ahead of the tests that need them. */
    public static void begin() {
        var unused = get();
    }

    /** Ends them, if they were started. */
    public static void close() {
        SHARED.end(shared -> {
            shared.nodes.forEach(Node::kill);
            shared.redis.close();
        });
    }

    /** Each in turn. */
    public Node turn(int number) {
        return nodes.get(number % nodes.size());
    }

    /** Where they count. */
    public RedisServer redis() {
        return redis;
    }
}
