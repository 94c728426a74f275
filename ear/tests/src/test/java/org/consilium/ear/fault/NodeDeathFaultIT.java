package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.consilium.ear.browser.Form;
import org.consilium.ear.browser.Pictures;
import org.consilium.ear.browser.PlainVisit;
import org.consilium.ear.browser.Records;
import org.consilium.ear.browser.Uploads;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A node that is gone from one moment to the next takes with it what it was doing, and nothing else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeDeathFaultIT {

    private final Cluster cluster = Cluster.started();

    @Test
    @Order(1)
    void inTheMiddleOfTraffic() throws InterruptedException {
        var unused = Cluster.whole();
        Correspondent writer = Correspondent.signedIn(cluster.node(0).address());
        String photo = sendWithPhoto(writer);
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
                .as("only the first, and the one with the photo")
                .isEqualTo(2);
        assertSentOnceMore(writer, form, 3);
        assertSeen(writer, photo);
    }

    /** A message with a photo that the node has taken whole. */
    private String sendWithPhoto(Correspondent writer) {
        PlainVisit visit = PlainVisit.at(cluster.node(0).address())
                .signedIn(writer.person().email());
        String photo = Uploads.send(visit, Pictures.jpeg(640, 480, Color.RED), writer.consultation());
        Form form = reply(writer, "With a photo").with("photo-ids", photo);
        assertThat(writer.window().post(writer.path(), form)).matches(Answer::isDone);
        return photo;
    }

    /** By way of a node that has heard nothing of it before. */
    private void assertSeen(Correspondent writer, String photo) {
        PlainVisit elsewhere = PlainVisit.at(cluster.balancer().address())
                .signedIn(writer.person().email());
        assertThat(elsewhere.get(writer.path()).body()).contains("With a photo", "/photo/" + photo + "/thumbnail");
        assertThat(Uploads.look(elsewhere, photo, "display")).isNotEmpty();
    }

    /**
     * The message is in the database, but whatever the node still said of it does not arrive. Of the nodes, one is
     * enough to go on.
     */
    @Test
    @Order(2)
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
        assertSentOnceMore(writer, form, 2);
    }

    private static Form reply(Correspondent writer, String text) {
        return Form.in(writer.window().get(writer.path()).body(), "reply").with("message", text);
    }

    private static CompletableFuture<Answer> post(Correspondent writer, Form form) {
        return CompletableFuture.supplyAsync(() -> writer.window().post(writer.path(), form));
    }

    private void assertSentOnceMore(Correspondent writer, Form form, int messages) {
        Window elsewhere = writer.window().ledTo(cluster.balancer().address());
        await().until(() -> !elsewhere.get(writer.path()).isFailure());
        assertThat(elsewhere.get(writer.path()).isPage()).as("still signed in").isTrue();
        assertThat(elsewhere.post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation())).isEqualTo(messages);
    }
}
