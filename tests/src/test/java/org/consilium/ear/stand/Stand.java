package org.consilium.ear.stand;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.local.Database;
import org.consilium.local.MariaDb;
import org.consilium.local.Node;
import org.consilium.local.NodeSettings;
import org.consilium.local.Ports;
import org.consilium.local.S3Server;
import org.consilium.local.Workspace;
import org.consilium.local.demo.DemoData;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.jspecify.annotations.Nullable;

/**
 * One MariaDB, one S3 server and one Redis for all tests, and one node with the demo data for those that come through
 * the front door. Each is started when a test first asks for it, and stopped when all are over.
 */
public final class Stand {

    private static @Nullable Stand instance;

    private final Workspace workspace;
    private final MariaDb mariaDb;
    private final S3Server s3;
    private final RedisServer redis;
    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    private @Nullable Node node;
    private @Nullable Node second;
    private @Nullable StandInEdge edge;

    private Stand() {
        workspace = Workspace.open(Path.of("target", "stand").toAbsolutePath());
        workspace.clear();
        mariaDb = MariaDb.startPrimary(workspace);
        s3 = S3Server.start(workspace);
        redis = RedisServer.start(workspace, RedisSettings.kept().withoutPersistence());
        mariaDb.awaitReady();
        s3.awaitReady();
        redis.awaitReady();
    }

    /** The stand, started if it is not. */
    public static synchronized Stand get() {
        if (instance == null) {
            instance = new Stand();
        }
        return instance;
    }

    static synchronized void close() {
        if (instance != null) {
            instance.stop();
            instance = null;
        }
    }

    private void stop() {
        stopNode();
        if (second != null) {
            second.stop();
        }
        if (edge != null) {
            edge.close();
        }
        redis.close();
        s3.close();
        mariaDb.close();
        workspace.close();
    }

    /** What a node reads as its configuration, with a database of its own. */
    public Map<String, String> configuration(String database) {
        Map<String, String> all = new HashMap<>(created(database).properties());
        all.putAll(s3.createBucket(S3Server.DEFAULT_BUCKET).properties());
        all.putAll(redis.properties());
        // all tests come from one address
        all.put("consilium.limit.sign-in-address", "100000 per 10m");
        all.put("consilium.limit.registration-address", "100000 per 1h");
        return all;
    }

    /** The node that holds the demo's people, started if it is not. */
    public synchronized Node node() {
        if (node == null) {
            node = Node.start(
                            workspace,
                            NodeSettings.of("node", Ports.free()).with(configuration(MariaDb.DEFAULT_DATABASE)))
                    .awaitReady();
            new DemoData(database(), s3.createBucket(S3Server.DEFAULT_BUCKET)).load();
        }
        return node;
    }

    /**
     * Another node on the same back ends, which encrypts the photos that it stores, and shows those of the first by way
     * of the edge; started if it is not.
     */
    public synchronized Node secondNode() {
        var unused = node(); // two nodes that both make the tables would wait for each other
        if (second == null) {
            second = Node.start(
                            workspace,
                            NodeSettings.of("second-node", Ports.free())
                                    .with(configuration(MariaDb.DEFAULT_DATABASE))
                                    .with("consilium.storage.encryption", "client-side")
                                    .with(edge().properties(StandInEdge.FIRST)))
                    .awaitReady();
        }
        return second;
    }

    /** What stands before the bucket for those who come by way of it. */
    public synchronized StandInEdge edge() {
        if (edge == null) {
            edge = new StandInEdge(s3.createBucket(S3Server.DEFAULT_BUCKET));
        }
        return edge;
    }

    /** Ends the node; the next who asks for it gets a new one on the same data. */
    public synchronized void stopNode() {
        if (node != null) {
            node.stop();
            node = null;
        }
    }

    /** The database of {@link #node()}. */
    public Database database() {
        return created(MariaDb.DEFAULT_DATABASE);
    }

    /** Once, as its account is made anew each time. */
    private Database created(String name) {
        return databases.computeIfAbsent(name, mariaDb::createDatabase);
    }

    /** A folder for files that a test needs beside the server. */
    public Workspace workspace() {
        return workspace;
    }

    public MariaDb mariaDb() {
        return mariaDb;
    }

    public S3Server s3() {
        return s3;
    }

    public RedisServer redis() {
        return redis;
    }
}
