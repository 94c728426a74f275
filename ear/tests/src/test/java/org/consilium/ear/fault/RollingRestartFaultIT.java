package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.consilium.local.node.Node;
import org.consilium.local.process.Ports;
import org.consilium.local.proxy.ReverseProxy;
import org.junit.jupiter.api.Test;

/**
 * Nodes that are exchanged one after the other, as with each new version: nobody notices, neither behind the balancer
 * of the tests nor behind the one of the run command.
 */
class RollingRestartFaultIT {

    private static final Duration NOTICED = Duration.ofSeconds(20);

    @Test
    void everyRequestIsAnswered() throws InterruptedException {
        Cluster cluster = Cluster.whole();
        List<URI> nodes = cluster.nodes().stream().map(Node::address).toList();
        try (ReverseProxy proxy = ReverseProxy.start(Ports.LOOPBACK, Ports.free(), nodes)) {
            awaitAll(proxy);
            try (Ledger ledger = Ledger.open(cluster.balancer().address(), proxy.address())) {
                for (int number = 0; number < Cluster.SIZE; number++) {
                    ledger.awaitMore(5);
                    exchange(cluster, number, ledger);
                    awaitAll(proxy);
                }
                ledger.awaitMore(5);
                assertThat(ledger.failures()).isEmpty();
                ledger.settle();
            }
        }
    }

    private static void awaitAll(ReverseProxy proxy) {
        await("all nodes get requests")
                .atMost(NOTICED)
                .until(() -> proxy.inService().size() == Cluster.SIZE);
    }

    /** While a node starts, which takes most of the time, the others get fewer requests. */
    private static void exchange(Cluster cluster, int number, Ledger ledger) {
        Node node = cluster.node(number);
        node.stop();
        assertThat(node.lines()).anyMatch(line -> line.contains("drained: every request is answered"));
        assertThat(node.process().exitCode()).isZero();
        ledger.slowDown();
        cluster.start(number).awaitReady();
        cluster.awaitUp(number, true);
        ledger.hurry();
    }
}
