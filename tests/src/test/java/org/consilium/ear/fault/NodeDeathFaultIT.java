package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.consilium.ear.browser.Form;
import org.consilium.ear.browser.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that is gone from one moment to the next takes with it what it was doing, and nothing else. */
class NodeDeathFaultIT {

    private Cluster cluster;

    @BeforeEach
    void begin() {
        cluster = Cluster.whole();
    }

    @AfterEach
    void startAgain() {
        for (int number = 0; number < Cluster.SIZE; number++) {
            if (!cluster.node(number).process().isAlive()) {
                cluster.start(number);
            }
        }
    }

    @Test
    void inTheMiddleOfTraffic() throws InterruptedException {
        Correspondent writer = Correspondent.signedIn(cluster.node(0).address());
        Form form = reply(writer, "Cut off before it was kept");
        try (Ledger ledger = Ledger.open(cluster.balancer().address());
                HeldRow row = new HeldRow(writer.consultation())) {
            CompletableFuture<Answer> cut = post(writer, form);
            row.awaitWaiting();
            ledger.awaitMore(10);
            cluster.node(0).kill();
            assertThat(cut.join().isFailure()).isTrue();
            row.letGo();
            cluster.awaitUp(0, false);
            ledger.awaitMore(20);
            assertThat(ledger.failures())
                    .as("requests that failed")
                    .hasSizeLessThanOrEqualTo(cluster.balancer().most(0));
            ledger.settle();
        }
        assertThat(Records.messagesIn(writer.consultation()))
                .as("only the first")
                .isEqualTo(1);
        assertSentOnceMore(writer, form);
    }

    /** The message is in the database, but whatever the node still said of it does not arrive. */
    @Test
    void rightAfterTheCommit() {
        Correspondent writer = Correspondent.signedIn(cluster.node(1).address());
        Form form = reply(writer, "Kept, and cut off before the answer");
        try (HeldRow row = new HeldRow(writer.consultation())) {
            CompletableFuture<Answer> unheard = post(writer, form);
            row.awaitWaiting();
            row.letGo();
            await().pollInterval(Duration.ofMillis(5)).until(() -> Records.messagesIn(writer.consultation()) == 2);
            cluster.node(1).kill();
            var unused = unheard.join();
        }
        assertSentOnceMore(writer, form);
    }

    private static Form reply(Correspondent writer, String text) {
        return Form.in(writer.window().get(writer.path()).body(), "reply").with("message", text);
    }

    private static CompletableFuture<Answer> post(Correspondent writer, Form form) {
        return CompletableFuture.supplyAsync(() -> writer.window().post(writer.path(), form));
    }

    private void assertSentOnceMore(Correspondent writer, Form form) {
        Window elsewhere = writer.window().ledTo(cluster.balancer().address());
        await().until(() -> !elsewhere.get(writer.path()).isFailure());
        assertThat(elsewhere.get(writer.path()).isPage()).as("still signed in").isTrue();
        assertThat(elsewhere.post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation())).isEqualTo(2);
    }
}
