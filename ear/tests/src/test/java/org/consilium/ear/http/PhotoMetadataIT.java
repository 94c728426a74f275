package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.consilium.ear.http.Uploads.Ticket;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The place and the camera leave the original that is stored, if its sender wants that; otherwise every byte stays. */
class PhotoMetadataIT {

    private static final String SERIAL = "SERIAL-2713";
    private static final int TURNED = 6;
    private static final String REMOVED = "Location and camera details were removed at the sender’s request.";
    private static final String KEPT = "The file may reveal where and when the photo was taken";

    private final byte[] photo = CraftedFiles.withSegment(
            SamplePhotos.jpeg(SamplePhotos.quarters(640, 480, BufferedImage.TYPE_INT_RGB)),
            0xE1,
            CraftedFiles.exifOfPhone(TURNED, SERIAL));

    private Person patient;
    private String consultation;

    @BeforeEach
    void consultation() {
        patient = People.patient();
        consultation = People.consultation(patient, "Metadata");
    }

    private HttpVisit at(URI node) {
        return Visitors.signedIn(node, patient.email());
    }

    private HttpVisit home() {
        return at(Stand.get().node().address());
    }

    @Test
    void ofAPhotoThatIsSentWithAForm() {
        String image = sendWithForm(home(), true);
        assertClean(stored(image));
        assertThat(page(image)).contains(REMOVED).doesNotContain(KEPT);
    }

    @Test
    void ofAPhotoThatIsUploadedWithThisWish() {
        HttpVisit visit = home();
        String described =
                new String(Uploads.description(photo, Uploads.sha256(photo), consultation), StandardCharsets.UTF_8);
        String wish = described.replaceFirst("\\{", "{\"withoutMetadata\":true,");
        String image = complete(visit, Ticket.of(visit.post("/photos", wish.getBytes(StandardCharsets.UTF_8))));
        assertClean(stored(image));
        send(visit, form(visit).with("photo-ids", image));
        assertThat(page(image)).contains(REMOVED);
    }

    @Test
    void ofAPhotoThatWasUploadedBeforeTheWish() {
        HttpVisit visit = home();
        String image = complete(visit, Ticket.of(Uploads.ticket(visit, photo, consultation)));
        assertThat(stored(image)).isEqualTo(photo);
        HtmlForm form = form(visit).with("photo-ids", image).with("photo-clean", "on");
        send(visit, form);
        assertClean(stored(image));
        assertThat(page(image)).contains(REMOVED);
        send(visit, form);
        assertThat(Records.messagesIn(consultation))
                .as("sent twice, written once")
                .isEqualTo(2);
    }

    /** The wish comes while a node checks the photo. */
    @Test
    void ofAPhotoThatIsBeingChecked() {
        HttpVisit visit = home();
        byte[] large = CraftedFiles.withSegment(
                SamplePhotos.progressiveJpeg(SamplePhotos.quarters(5000, 4000, BufferedImage.TYPE_INT_RGB)),
                0xE1,
                CraftedFiles.exifOfPhone(TURNED, SERIAL));
        HtmlForm form = form(visit);
        Ticket ticket = Ticket.of(Uploads.ticket(visit, large, consultation));
        Uploads.putAll(ticket, large);
        CompletableFuture<String> completed = CompletableFuture.supplyAsync(() -> Uploads.completeOnce(visit, ticket));
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> !column("status", ticket.id()).equals("AWAITED"));
        send(visit, form.with("photo-ids", ticket.id()).with("photo-clean", "on"));
        assertThat(completed).succeedsWithin(Duration.ofSeconds(30));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> column("metadata", ticket.id()).equals("REMOVED"));
        assertThat(text(stored(ticket.id()))).doesNotContain(SERIAL);
    }

    /** It can be read through the application alone. */
    @Test
    void ofAPhotoThatIsEncryptedByTheNode() {
        URI node = Stand.get().secondNode().address();
        HttpVisit visit = at(node);
        String image = complete(visit, Ticket.of(Uploads.ticket(visit, photo, consultation)));
        send(visit, form(visit).with("photo-ids", image).with("photo-clean", "on"));
        HttpVisit doctor = Visitors.signedIn(node, People.doctor(People.GENERAL).email());
        assertClean(Uploads.look(doctor, image, "original"));
    }

    @Test
    void isKeptIfNobodyWantsItRemoved() {
        HttpVisit visit = home();
        String direct = complete(visit, Ticket.of(Uploads.ticket(visit, photo, consultation)));
        send(visit, form(visit).with("photo-ids", direct));
        assertThat(stored(direct)).isEqualTo(photo);
        assertThat(page(direct)).contains(KEPT).doesNotContain(REMOVED);
        assertThat(stored(sendWithForm(visit, false))).isEqualTo(photo);
    }

    /** Neither by those who may read it, nor by its sender: it may be evidence. */
    @Test
    void isKeptOnceThePhotoIsSent() {
        HttpVisit visit = home();
        String image = complete(visit, Ticket.of(Uploads.ticket(visit, photo, consultation)));
        send(visit, form(visit).with("photo-ids", image));
        Person doctor = People.doctor(People.GENERAL);
        People.take(consultation, doctor);
        for (HttpVisit reader : List.of(Visitors.signedIn(doctor.email()), visit)) {
            Answer unused = reader.post(
                    "/consultation/" + consultation,
                    form(reader).with("photo-ids", image).with("photo-clean", "on"));
            assertThat(stored(image)).isEqualTo(photo);
            assertThat(column("metadata", image)).isEqualTo("KEPT");
        }
    }

    private HtmlForm form(HttpVisit visit) {
        return HtmlForm.in(visit.get("/consultation/" + consultation).body(), "reply")
                .with("message", "Look");
    }

    private void send(HttpVisit visit, HtmlForm form) {
        Answer answer = visit.post("/consultation/" + consultation, form);
        assertThat(answer.isDone()).as(answer.toString()).isTrue();
    }

    private String sendWithForm(HttpVisit visit, boolean clean) {
        HtmlForm form = form(visit).withFile("photos", photo);
        send(visit, clean ? form.with("photo-clean", "on") : form);
        String image = Records.text(
                "SELECT i.image_id FROM message_image i JOIN message m ON m.id = i.message_id JOIN consultation c"
                        + " ON c.id = m.consultation_id WHERE c.public_id = ? ORDER BY m.id DESC LIMIT 1",
                consultation);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> column("status", image).equals("STORED"));
        return image;
    }

    private String complete(HttpVisit visit, Ticket ticket) {
        Uploads.putAll(ticket, photo);
        assertThat(Uploads.complete(visit, ticket)).isEqualTo("READY");
        return ticket.id();
    }

    private static String column(String name, String image) {
        return Records.text("SELECT " + name + " FROM image WHERE public_id = ?", image);
    }

    private static byte[] stored(String image) {
        Bucket bucket = Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET);
        try (S3Client store = BucketClient.of(bucket)) {
            return store.getObjectAsBytes(get -> get.bucket(bucket.name()).key(image + "/original"))
                    .asByteArray();
        }
    }

    /** The page of the photo, as a clinician sees it. */
    private static String page(String image) {
        return Visitors.signedIn(People.doctor(People.GENERAL).email())
                .get("/image/" + image)
                .body();
    }

    private void assertClean(byte[] original) {
        assertThat(text(photo)).contains(SERIAL).contains(text(CraftedFiles.latitude()));
        assertThat(text(original)).doesNotContain(SERIAL).doesNotContain(text(CraftedFiles.latitude()));
        BufferedImage shown = SamplePhotos.read(original);
        assertThat(shown.getWidth()).as("the picture itself is not turned").isEqualTo(640);
        assertThat(text(original)).as("but still says that it is to be").contains("Exif");
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
