package org.consilium.ear.fault;

import org.consilium.ear.stand.Once;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.junit.jupiter.api.Assumptions;

/**
 * A node that reads from a replica of the stand's database, and reaches the primary by way of a proxy that can fail.
 */
public final class ReplicatedNode {

    private static final Once<ReplicatedNode> SHARED = new Once<>(ReplicatedNode::new);

    private final int port = Ports.free();
    private final FaultProxy toPrimary;
    private final Node node;
    private MariaDb replica;

    private ReplicatedNode() {
        Stand stand = Stand.get();
        // brings the tables and the demo's people
        var unused = stand.node();
        MariaDb primary = stand.mariaDb().orElseThrow();
        replica = primary.startReplica(stand.workspace(), port);
        toPrimary = FaultProxy.before(primary.port());
        String address =
                primary.url(MariaDb.DEFAULT_DATABASE).replace(":" + primary.port() + "/", ":" + toPrimary.port() + "/");
        node = Node.start(
                        stand.workspace(),
                        NodeSettings.of("node-with-replica", Ports.free())
                                .with(stand.configuration(MariaDb.DEFAULT_DATABASE))
                                .with("consilium.database.url", address)
                                .with("consilium.database.replica-url", replica.url(MariaDb.DEFAULT_DATABASE)))
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
        replica.close();
    }

    Node node() {
        return node;
    }

    /** What lies between the node and the primary. */
    FaultProxy toPrimary() {
        return toPrimary;
    }

    MariaDb replica() {
        return replica;
    }

    /** Starts a killed replica again, which catches up with the primary. */
    void startReplica() {
        Stand stand = Stand.get();
        replica = stand.mariaDb().orElseThrow().startReplica(stand.workspace(), port);
    }
}
