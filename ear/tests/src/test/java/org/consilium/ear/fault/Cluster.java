package org.consilium.ear.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StandInEdge;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.jspecify.annotations.Nullable;

/**
 * Three nodes behind a balancer, with the database and the photos of the stand and a session store of their own: what
 * the hospital runs. Started once for all tests of faults; a node that a test has ended is started for the next that
 * needs all of them.
 */
public final class Cluster {

    static final int SIZE = 3;

    private static final Duration NOTICED = Duration.ofSeconds(20);

    private static @Nullable Cluster instance;

    private final List<NodeSettings> settings;
    private final List<Node> nodes = new ArrayList<>();
    private RedisServer redis;
    private final FaultProxy toRedis;
    private final FaultProxy toStore;
    private final int port = Ports.free();
    private final Balancer balancer;

    private Cluster() {
        Stand stand = Stand.get();
        // brings the tables and the demo's people
        var unused = stand.node();
        redis = RedisServer.start(stand.workspace(), RedisSettings.named("redis-of-cluster"));
        redis.awaitReady();
        toRedis = FaultProxy.before(redis.port());
        toStore = FaultProxy.before(stand.s3().port());
        // as in the middle of an exchange of keys
        settings = IntStream.range(0, SIZE)
                .mapToObj(number -> settings("cluster-node-" + number)
                        .with(stand.edge().properties(number == 0 ? StandInEdge.FIRST : StandInEdge.SECOND)))
                .toList();
        // two at a time, as more would only wait for each other
        start(0);
        start(1);
        nodes.forEach(Node::awaitReady);
        start(2).awaitReady();
        balancer = Balancer.start(
                stand.workspace(),
                "haproxy",
                port,
                settings.stream().map(NodeSettings::port).toList());
    }

    /** How a node on the cluster's back ends runs. */
    NodeSettings settings(String name) {
        return NodeSettings.of(name, Ports.free())
                .with(Stand.get().configuration(MariaDb.DEFAULT_DATABASE))
                .with(redis.properties())
                .with("consilium.server.session-keys", Stand.SESSION_KEY)
                .with("consilium.redis.url", "redis://" + Ports.LOOPBACK + ":" + toRedis.port())
                .with("consilium.storage.endpoint", "http://" + Ports.LOOPBACK + ":" + toStore.port())
                // passkeys are for one site
                .with("consilium.web.address", Balancer.origin(port))
                .with("consilium.server.trust-proxy", "true")
                .with("consilium.server.drain-delay", "2");
    }

    /**
     * The cluster with all its nodes; started if it is not, and so are nodes that a test has ended. A machine without
     * HAProxy leaves these tests out.
     */
    static Cluster whole() {
        Cluster cluster = started();
        IntStream.range(0, SIZE).forEach(cluster::startIfDead);
        cluster.awaitWhole();
        return cluster;
    }

    /** The same with the nodes that the last test has left. */
    static synchronized Cluster started() {
        var unused = Balancer.HAPROXY.orLeaveOut("tests of faults");
        Cluster cluster = instance;
        if (cluster == null) {
            cluster = new Cluster();
            instance = cluster;
        }
        return cluster;
    }

    /** Starts it ahead of the tests that need it. */
    public static void begin() {
        if (Balancer.HAPROXY.program().isPresent()) {
            var unused = started();
        }
    }

    private void startIfDead(int number) {
        if (!node(number).process().isAlive()) {
            var unused = start(number);
        }
    }

    /** Ends it at once, when all tests are over. */
    public static synchronized void close() {
        if (instance != null) {
            instance.nodes.forEach(Node::kill);
            instance.balancer.stop();
            instance.toRedis.close();
            instance.toStore.close();
            instance.redis.close();
            instance = null;
        }
    }

    Node node(int number) {
        return nodes.get(number % SIZE);
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    Balancer balancer() {
        return balancer;
    }

    RedisServer redis() {
        return redis;
    }

    /** What lies between the nodes and Redis. */
    FaultProxy toRedis() {
        return toRedis;
    }

    /** What lies between the nodes, and browsers, and the image store. */
    FaultProxy toStore() {
        return toStore;
    }

    /** Starts the node of this number, or starts it again after its end; returns before it is ready. */
    Node start(int number) {
        Node node = Node.start(Stand.get().workspace(), settings.get(number));
        if (number < nodes.size()) {
            nodes.set(number, node);
        } else {
            nodes.add(node);
        }
        return node;
    }

    /** Starts a killed session store again, with what it has promised to keep. */
    void startRedis() {
        redis = RedisServer.start(Stand.get().workspace(), redis.settings());
        redis.awaitReady();
    }

    void awaitUp(int number, boolean up) {
        await("node " + number + (up ? " gets" : " gets no") + " requests")
                .atMost(NOTICED)
                .until(() -> balancer.isUp(number) == up);
    }

    void awaitWhole() {
        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(node::awaitReady))
                        .toArray(CompletableFuture[]::new))
                .join();
        IntStream.range(0, SIZE).forEach(number -> awaitUp(number, true));
    }
}
