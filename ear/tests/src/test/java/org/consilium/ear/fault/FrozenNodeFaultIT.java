package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that stands still, with all its connections open, and goes on later as if nothing had happened. */
class FrozenNodeFaultIT {

    private Cluster cluster;

    @BeforeEach
    void begin() {
        cluster = Cluster.whole();
    }

    @AfterEach
    void thaw() {
        cluster.node(0).process().resume();
    }

    @Test
    void whatItHasInItsHandsBringsNoSessionBack() throws InterruptedException {
        MessagingPatient writer = MessagingPatient.signedIn(cluster.node(0).address());
        HttpVisit elsewhere = writer.visit().ledTo(cluster.node(1).address());
        HttpVisit stolen = writer.visit().copy();
        HtmlForm form =
                HtmlForm.in(writer.visit().get(writer.path()).body(), "reply").with("message", "Written in the frost");
        try (Ledger caught = Ledger.open(cluster.balancer().address())) {
            CompletableFuture<Answer> frozen;
            try (LockedRow row = new LockedRow(writer.consultation())) {
                frozen = CompletableFuture.supplyAsync(() -> writer.visit().post(writer.path(), form));
                row.awaitWaiting();
                caught.awaitMore(10);
                cluster.node(0).process().pause();
                cluster.awaitUp(0, false);
                assertOthersWrite();
                assertThat(elsewhere.get(writer.path()).isPage()).isTrue();
                assertThat(Visitors.signOut(elsewhere).status() / 100).isEqualTo(3);
                cluster.node(0).process().resume();
            }
            assertThat(frozen.join().isPage())
                    .as("a page for somebody who has signed out")
                    .isFalse();
            cluster.awaitUp(0, true);
            assertThat(stolen.get(writer.path())).matches(Answer::isSignIn);
            cluster.nodes()
                    .forEach(node -> assertThat(stolen.ledTo(node.address()).get(writer.path()))
                            .matches(Answer::isSignIn));
            caught.awaitMore(10);
            assertThat(caught.failures())
                    .as("requests that failed")
                    .hasSizeLessThanOrEqualTo(cluster.balancer().most(0));
            caught.settle();
        }
    }

    /** Those whose requests are not at the frozen node do not notice it. */
    private void assertOthersWrite() throws InterruptedException {
        try (Ledger others = Ledger.open(cluster.balancer().address())) {
            others.awaitMore(10);
            assertThat(others.failures()).isEmpty();
            others.settle();
        }
    }
}
