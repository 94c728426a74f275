package org.consilium.ear.stand;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.Role;
import org.consilium.account.factor.SecondFactorPolicy;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;
import org.consilium.local.database.MariaDb;
import org.consilium.local.demo.DemoData;
import org.consilium.local.mail.MailServer;
import org.consilium.local.node.AotCache;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.consilium.local.store.S3Server;
import org.jspecify.annotations.Nullable;

/**
 * One database server, one S3 server and one Redis for all tests, and one node with the demo data for those that come
 * through the front door. Each is started when a test first asks for it, and stopped when all are over.
 */
public final class Stand {
    /**
     * By which nodes other than the shared one encrypt sessions; a node of the version before reads the shared one's.
     */
    public static final String SESSION_KEY = "a-key-for-sessions-of-the-tests";

    private static final String SECRET_KEY = "a-key-for-the-database-of-the-tests";

    /** The nodes for most tests hash thousands of passwords, which the second compiler makes three times as fast. */
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    /** 14 hours before UTC. */
    private static final String ELSEWHERE = "-Duser.timezone=Pacific/Kiritimati";

    private static final Logger LOG = Logger.getLogger(Stand.class.getName());

    private static @Nullable Stand instance;

    private final Workspace workspace;
    private final DatabaseServer databaseServer;
    private final S3Server s3;
    private final RedisServer redis;
    private final MailServer mail;
    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    /** By databases: the cache names records by the numbers that they have there. */
    private final Map<String, RedisServer> others = new ConcurrentHashMap<>();

    private final Once<Node> node = new Once<>(this::startNode);
    private final Once<Node> second = new Once<>(this::startSecondNode);
    private final Once<StandInEdge> edge = new Once<>(this::startEdge);

    private Stand() {
        workspace = Workspace.open(Path.of("target", "stand").toAbsolutePath());
        workspace.clear();
        databaseServer =
                ExistingServer.get().<DatabaseServer>map(here -> here).orElseGet(() -> MariaDb.startPrimary(workspace));
        s3 = S3Server.start(workspace);
        redis = RedisServer.start(workspace, RedisSettings.defaults().withoutPersistence());
        mail = MailServer.start(workspace);
        mariaDb().ifPresent(MariaDb::awaitReady);
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
        second.end(Node::kill);
        node.end(Node::kill);
        edge.end(StandInEdge::close);
        others.values().forEach(RedisServer::close);
        redis.close();
        s3.close();
        mail.close();
        mariaDb().ifPresent(MariaDb::close);
        ExistingServer.get().ifPresent(ExistingServer::clear);
        workspace.close();
    }

    /** What a node reads as its configuration, with a database and a Redis of its own. */
    public Map<String, String> configuration(String database) {
        Map<String, String> all = new HashMap<>(created(database).properties());
        all.putAll(s3.createBucket(S3Server.DEFAULT_BUCKET).properties());
        all.putAll(redisOf(database).properties());
        all.putAll(mail.properties());
        all.put("consilium.secret.keys", SECRET_KEY + ',' + DemoData.SECRET_KEY);
        for (Role role : Role.values()) {
            all.put(SecondFactorPolicy.setting(role), "offered");
        }
        // for tests inside a node: where its letters arrive
        all.put("consilium.test.mails", MailServer.folder(workspace.folder()).toString());
        // all tests come from one address
        all.put("consilium.limit.sign-in-address", "100000 per 10m");
        all.put("consilium.limit.registration-address", "100000 per 1h");
        all.put("consilium.limit.reset-address", "100000 per 1h");
        all.put("consilium.limit.passkey-address", "100000 per 10m");
        // writes faster than anybody types, to see that nothing is lost
        all.put("consilium.limit.message-account", "100000 per 1h");
        return all;
    }

    private RedisServer redisOf(String database) {
        return database.equals(MariaDb.DEFAULT_DATABASE) ? redis : others.computeIfAbsent(database, this::startRedis);
    }

    private RedisServer startRedis(String database) {
        RedisServer started = RedisServer.start(
                workspace, RedisSettings.named("redis-" + database).withoutPersistence());
        started.awaitReady();
        return started;
    }

    /** The node that holds the demo's people, started if it is not. */
    public Node node() {
        return node.get();
    }

    private Node startNode() {
        recordCache();
        Node started = start("node", Map.of());
        new DemoData(database(), s3.createBucket(S3Server.DEFAULT_BUCKET)).load();
        return started;
    }

    /**
     * Once for each build of the server; every node that is started afterwards costs half of it less. Without it nodes
     * start all the same, and only {@code AotCacheIT} fails.
     */
    private void recordCache() {
        try {
            AotCache.ofServer()
                    .record(
                            workspace,
                            NodeSettings.of("aot-cache", Ports.free()).with(configuration(MariaDb.DEFAULT_DATABASE)));
        } catch (StartException e) {
            LOG.log(Level.WARNING, "nodes start without an AOT cache", e);
        }
    }

    /**
     * Another node on the same back ends, which encrypts the photos that it stores, shows those of the first by way of
     * the edge, lets no privacy officer in without a second factor, and soon asks for the password again, on a machine
     * in another time zone; started if it is not.
     */
    public Node secondNode() {
        return second.get();
    }

    private Node startSecondNode() {
        var unused = node(); // two nodes that both make the tables would wait for each other
        Map<String, String> special = new HashMap<>(edge().properties(StandInEdge.FIRST));
        special.put("consilium.storage.encryption", "client-side");
        special.put(SecondFactorPolicy.setting(Role.PRIVACY_OFFICER), "required");
        special.put("consilium.account.fresh-seconds", "8");
        return start("second-node", special, ELSEWHERE);
    }

    private Node start(String name, Map<String, String> special, String... javaOptions) {
        int port = Ports.free();
        NodeSettings settings = NodeSettings.of(name, port)
                .with(configuration(MariaDb.DEFAULT_DATABASE))
                .withJavaOptions(BOTH_COMPILERS)
                .withJavaOptions(javaOptions)
                // passkeys are for one site
                .with("consilium.web.address", "http://localhost:" + port)
                .with(special);
        return Node.start(workspace, settings).awaitReady();
    }

    /** What stands before the bucket for those who come by way of it. */
    public StandInEdge edge() {
        return edge.get();
    }

    private StandInEdge startEdge() {
        return new StandInEdge(s3.createBucket(S3Server.DEFAULT_BUCKET));
    }

    /** The database of {@link #node()}. */
    public Database database() {
        return created(MariaDb.DEFAULT_DATABASE);
    }

    /** Another database, created when it is first asked for. */
    public Database database(String name) {
        return created(name);
    }

    /** Once, as its account is made anew each time. */
    private Database created(String name) {
        return databases.computeIfAbsent(name, databaseServer::createDatabase);
    }

    /** A folder for files that a test needs beside the server. */
    public Workspace workspace() {
        return workspace;
    }

    /** The letters of all nodes. */
    public SentMails mails() {
        return new SentMails(MailServer.folder(workspace.folder()));
    }

    public DatabaseServer databaseServer() {
        return databaseServer;
    }

    /** The database server if it was started for the tests, and not given to them. */
    public Optional<MariaDb> mariaDb() {
        return databaseServer instanceof MariaDb started ? Optional.of(started) : Optional.empty();
    }

    public S3Server s3() {
        return s3;
    }

    public RedisServer redis() {
        return redis;
    }
}
