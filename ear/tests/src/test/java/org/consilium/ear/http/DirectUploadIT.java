package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.consilium.ear.http.Uploads.Ticket;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A photo goes straight to the store, with permission for this photo alone, and is seen by nobody until it is checked.
 */
class DirectUploadIT extends UploadJourney {

    @Override
    URI node() {
        return Stand.get().node().address();
    }

    @Test
    void nobodyElseEndsItOrLearnsOfIt() {
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, ""));
        Uploads.putAll(ticket, photo);
        Stream.of(People.patient(), People.doctor(People.GENERAL)).forEach(somebody -> {
            HttpVisit visit = Visitors.signedIn(somebody.email());
            assertThat(visit.post("/photos/" + ticket.id(), new byte[0]).status())
                    .isEqualTo(404);
            assertThat(visit.get("/photos/" + ticket.id()).status()).isEqualTo(404);
        });
        assertThat(Uploads.complete(home, ticket)).isEqualTo("READY");
    }

    @Test
    void whatIsNotWhatWasPromisedIsRefusedWithTheReason() {
        byte[] wrong = Uploads.description(photo, Uploads.sha256(new byte[1]), "");
        Ticket ticket = Ticket.of(home.post("/photos", wrong));
        Uploads.putAll(ticket, photo);
        var answer = home.post("/photos/" + ticket.id(), new byte[0]);
        assertThat(answer.body()).contains("REFUSED").contains("This photo is incomplete.");

        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        Ticket polyglot = Ticket.of(Uploads.ticket(home, script, ""));
        Uploads.putAll(polyglot, script);
        assertThat(Uploads.complete(home, polyglot)).isEqualTo("REFUSED");
        assertThat(home.get("/photo/" + polyglot.id() + "/display").status()).isEqualTo(404);
    }

    @Test
    void aPhotoForOneConsultationIsTakenIntoNoOther() {
        String meant = People.consultation(patient, "Meant");
        String other = People.consultation(patient, "Other");
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, meant));
        Uploads.putAll(ticket, photo);
        assertThat(Uploads.complete(home, ticket)).isEqualTo("READY");
        assertThat(write(other, ticket)).contains("A photo is no longer available.");
        assertThat(Records.messagesIn(other)).isEqualTo(1);
        write(meant, ticket);
        assertThat(Records.messagesIn(meant)).isEqualTo(2);
        assertThat(Uploads.ticket(home, photo, People.consultation(People.patient(), "Foreign"))
                        .status())
                .isEqualTo(404);
    }

    private String write(String consultation, Ticket ticket) {
        String path = "/consultation/" + consultation;
        HtmlForm form = HtmlForm.in(home.get(path).body(), "reply");
        return home.post(path, form.with("message", "Look").with("photo-ids", ticket.id()))
                .body();
    }

    @RepeatedTest(5)
    void isCheckedOnceThoughTwoNodesAreTold() {
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, ""));
        Uploads.putAll(ticket, photo);
        HttpVisit elsewhere = Visitors.signedIn(Stand.get().secondNode().address(), patient.email());
        List<CompletableFuture<String>> told = Stream.of(home, elsewhere)
                .map(visit -> CompletableFuture.supplyAsync(() -> Uploads.completeOnce(visit, ticket)))
                .toList();
        assertThat(told).extracting(CompletableFuture::join).isSubsetOf("READY", "CHECKING");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Uploads.json(home.get("/photos/" + ticket.id()))
                        .getString("step")
                        .equals("READY"));
    }

    /** The node that was checking it has died; meanwhile the message is sent, and its photo comes later. */
    @Test
    void whatANodeHasLeftUncheckedIsCheckedByAnother() {
        String consultation = People.consultation(patient, "Left");
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, consultation));
        leave(ticket);
        assertThat(Uploads.completeOnce(home, ticket)).isEqualTo("CHECKING");
        write(consultation, ticket);
        assertThat(thread(consultation))
                .contains("Photo 1 / 1 is still being checked")
                .contains("aria-label=\"1 photo attached, photo 1 is still being checked\"");
        Records.change("UPDATE image_upload SET claimed_until = UTC_TIMESTAMP(6) WHERE image_id = ?", ticket.id());
        awaitStep(ticket, "READY");
        assertThat(thread(consultation)).contains("data-photo=\"" + ticket.id() + "\"");
    }

    /** As a node does that dies during the check. */
    private void leave(Ticket ticket) {
        String key = Records.text("SELECT object_key FROM image_upload WHERE image_id = ?", ticket.id());
        Bucket bucket = Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET);
        try (S3Client store = BucketClient.of(bucket)) {
            store.putObject(put -> put.bucket(bucket.name()).key(key), RequestBody.fromBytes(photo));
        }
        Records.change(
                "UPDATE image JOIN image_upload ON image_id = public_id SET status = 'RECEIVED',"
                        + " claimed_until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE image_id = ?",
                ticket.id());
    }

    @Test
    void aPhotoThatTurnsOutToBeNoneStandsInItsMessageWithTheReason() {
        String consultation = People.consultation(patient, "Lost");
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, consultation));
        Records.change("UPDATE image SET status = 'RECEIVED' WHERE public_id = ?", ticket.id());
        write(consultation, ticket);
        awaitStep(ticket, "REFUSED");
        assertThat(thread(consultation)).contains("Photo 1 / 1: This photo is incomplete.");
    }

    private String thread(String consultation) {
        return home.get("/consultation/" + consultation).body();
    }

    private void awaitStep(Ticket ticket, String step) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Uploads.json(home.get("/photos/" + ticket.id()))
                        .getString("step")
                        .equals(step));
    }
}
