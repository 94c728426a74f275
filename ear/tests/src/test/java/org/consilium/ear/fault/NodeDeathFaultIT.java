package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
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
        MessagingPatient writer = MessagingPatient.signedIn(cluster.node(0).address());
        String photo = sendWithPhoto(writer);
        HtmlForm form = reply(writer, "Cut off before it was kept");
        try (Ledger ledger = Ledger.open(cluster.balancer().address());
                LockedRow row = new LockedRow(writer.consultation())) {
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
    private String sendWithPhoto(MessagingPatient writer) {
        HttpVisit visit =
                Visitors.signedIn(cluster.node(0).address(), writer.person().email());
        String photo = Uploads.send(visit, SamplePhotos.disc(640, 480, Color.RED), writer.consultation());
        HtmlForm form = reply(writer, "With a photo").with("photo-ids", photo);
        assertThat(writer.visit().post(writer.path(), form)).matches(Answer::isDone);
        return photo;
    }

    /** By way of a node that has heard nothing of it before. */
    private void assertSeen(MessagingPatient writer, String photo) {
        HttpVisit elsewhere =
                Visitors.signedIn(cluster.balancer().address(), writer.person().email());
        assertThat(elsewhere.get(writer.path()).body()).contains("With a photo", "data-photo=\"" + photo + "\"");
        assertThat(Uploads.look(elsewhere, photo, "display")).isNotEmpty();
    }

    /**
     * The message is in the database, but whatever the node still said of it does not arrive. Of the nodes, one is
     * enough to go on.
     */
    @Test
    @Order(2)
    void rightAfterTheCommit() {
        MessagingPatient writer = MessagingPatient.signedIn(cluster.node(1).address());
        HtmlForm form = reply(writer, "Kept, and cut off before the answer");
        try (LockedRow row = new LockedRow(writer.consultation())) {
            CompletableFuture<Answer> unheard = post(writer, form);
            row.awaitWaiting();
            row.letGo();
            await().pollInterval(Duration.ofMillis(5)).until(() -> Records.messagesIn(writer.consultation()) == 2);
            cluster.node(1).kill();
            var unused = unheard.join();
        }
        assertSentOnceMore(writer, form, 2);
    }

    private static HtmlForm reply(MessagingPatient writer, String text) {
        return HtmlForm.in(writer.visit().get(writer.path()).body(), "reply").with("message", text);
    }

    private static CompletableFuture<Answer> post(MessagingPatient writer, HtmlForm form) {
        return CompletableFuture.supplyAsync(() -> writer.visit().post(writer.path(), form));
    }

    private void assertSentOnceMore(MessagingPatient writer, HtmlForm form, int messages) {
        HttpVisit elsewhere = writer.visit().ledTo(cluster.balancer().address());
        await().until(() -> !elsewhere.get(writer.path()).isFailure());
        assertThat(elsewhere.get(writer.path()).isPage()).as("still signed in").isTrue();
        assertThat(elsewhere.post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation())).isEqualTo(messages);
    }
}
