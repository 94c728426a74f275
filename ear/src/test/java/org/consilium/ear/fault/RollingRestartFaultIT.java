package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.local.Node;
import org.junit.jupiter.api.Test;

/** Nodes that are exchanged one after the other, as with each new version: nobody notices. */
class RollingRestartFaultIT {

    @Test
    void everyRequestIsAnswered() throws InterruptedException {
        Cluster cluster = Cluster.whole();
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            for (int number = 0; number < Cluster.SIZE; number++) {
                ledger.awaitMore(5);
                Node node = cluster.node(number);
                node.stop();
                assertThat(node.lines()).anyMatch(line -> line.contains("drained: every request is answered"));
                cluster.start(number).awaitReady();
                cluster.awaitUp(number, true);
            }
            ledger.awaitMore(5);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        }
    }
}
