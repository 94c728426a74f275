package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.local.Node;
import org.junit.jupiter.api.Test;

/** Nodes that are exchanged one after the other, as with each new version: nobody notices. */
class RollingRestartFaultIT {

    private static final int RESTARTS = 5;

    @Test
    void everyRequestIsAnswered() throws InterruptedException {
        Cluster cluster = Cluster.whole();
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            for (int restart = 0; restart < RESTARTS; restart++) {
                ledger.awaitMore(5);
                exchange(cluster, restart % Cluster.SIZE, ledger);
            }
            ledger.awaitMore(5);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        }
    }

    /** While a node starts, which takes most of the time, the others get fewer requests. */
    private static void exchange(Cluster cluster, int number, Ledger ledger) {
        Node node = cluster.node(number);
        node.stop();
        assertThat(node.lines()).anyMatch(line -> line.contains("drained: every request is answered"));
        ledger.slowDown();
        cluster.start(number).awaitReady();
        cluster.awaitUp(number, true);
        ledger.hurry();
    }
}
