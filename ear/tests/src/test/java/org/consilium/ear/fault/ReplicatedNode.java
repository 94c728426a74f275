package org.consilium.ear.fault;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.ear.stand.Once;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.junit.jupiter.api.Assumptions;

/**
 * A node that reads from two replicas of the stand's database, and reaches the primary by way of a proxy that can fail.
 */
public final class ReplicatedNode {

    private static final Once<ReplicatedNode> SHARED = new Once<>(ReplicatedNode::new);

    private final FaultProxy toPrimary;
    private final Node node;
    private final List<MariaDb> replicas;
    private final SecretsManager secrets;
    private final SlowSchema slowSchema;

    private ReplicatedNode() {
        Stand stand = Stand.get();
        // brings the tables and the demo's people
        var unused = stand.node();
        MariaDb primary = stand.mariaDb().orElseThrow();
        replicas = IntStream.of(1, 2)
                .mapToObj(number -> primary.startReplica(stand.workspace(), number, Ports.free()))
                .collect(Collectors.toList());
        toPrimary = FaultProxy.before(primary.port());
        String address =
                primary.url(MariaDb.DEFAULT_DATABASE).replace(":" + primary.port() + "/", ":" + toPrimary.port() + "/");
        String addresses = replicas.stream()
                .map(replica -> replica.url(MariaDb.DEFAULT_DATABASE))
                .collect(Collectors.joining(" "));
        secrets = new SecretsManager(stand.database());
        slowSchema = new SlowSchema(primary.administrator());
        node = Node.start(
                        stand.workspace(),
                        NodeSettings.of("node-with-replica", Ports.free())
                                .with(stand.configuration(MariaDb.DEFAULT_DATABASE))
                                .with(secrets.properties())
                                .with("consilium.database.url", address)
                                .with("consilium.database.replica-url", addresses))
                .awaitReady();
    }

    /** Leaves the running test out if the database server was given to the tests: they have no replica of it. */
    static ReplicatedNode get() {
        Assumptions.assumeTrue(Stand.get().mariaDb().isPresent(), "a given database server has no replica");
        return SHARED.get();
    }

    /** Starts it ahead of the tests that need it. */
    public static void begin() {
        if (Stand.get().mariaDb().isPresent()) {
            var unused = SHARED.get();
        }
    }

    /** Ends it, if it was started. */
    public static void close() {
        SHARED.end(ReplicatedNode::stop);
    }

    private void stop() {
        node.kill();
        toPrimary.close();
        replicas.forEach(MariaDb::close);
        secrets.close();
    }

    Node node() {
        return node;
    }

    /** What lies between the node and the primary. */
    FaultProxy toPrimary() {
        return toPrimary;
    }

    /** Where the node reads the login for the database. */
    SecretsManager secrets() {
        return secrets;
    }

    /** What has held up its migrations when it started. */
    SlowSchema slowSchema() {
        return slowSchema;
    }

    List<MariaDb> replicas() {
        return replicas;
    }

    /** Resumes or pauses the replication of all replicas. */
    void follow(boolean follow) {
        replicas.forEach(replica -> replica.follow(follow));
    }

    /** Ends a replica, at once. */
    void killReplica(int index) {
        replicas.get(index).process().kill();
    }

    /** Starts a killed replica again, which catches up with the primary. */
    void startReplica(int index) {
        Stand stand = Stand.get();
        int port = replicas.get(index).port();
        replicas.set(index, stand.mariaDb().orElseThrow().startReplica(stand.workspace(), index + 1, port));
    }
}
