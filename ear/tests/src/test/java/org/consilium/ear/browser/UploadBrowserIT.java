package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos go from the browser straight to the store, over a bad line, and a closed page, whole. */
class UploadBrowserIT {

    private static final int MEGABYTE = 1024 * 1024;
    /** Of requests and answers, headers and all. */
    private static final long MOST_BYTES_BY_THE_NODE = 8192;

    private static final double BYTES_A_SECOND = 12.0 * MEGABYTE;
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final FilePayload[] FOUR_MORE = {
        PhotoFiles.photo("three.jpg", Color.RED),
        PhotoFiles.photo("four.jpg", Color.GREEN),
        PhotoFiles.png("five.png"),
        PhotoFiles.heldUpright("six.jpg")
    };

    private Person patient;

    @TempDir
    private Path folder;

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    @Test
    void aPhotoIsSentWithTheWishForItsMetadata() {
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.field("Remove location and camera details from the photos").check();
            visit.open("/consultation/new");
            assertThat(visit.field("Remove location and camera details from the photos"))
                    .isChecked();
            visit.field("Photos").setInputFiles(PhotoFiles.photo("clean.jpg", Color.RED));
            new Previews(visit).awaitReady(1);
        }
        assertThat(Records.text(
                        "SELECT metadata FROM image i JOIN account a ON a.id = i.owner_id WHERE a.email = ?",
                        patient.email()))
                .isEqualTo("REMOVED");
    }

    @Test
    void aLargePhotoArrivesThoughTheNetworkIsCutTwice() throws IOException {
        try (CountingProxy way = new CountingProxy(Stand.get().node().address());
                Visit visit = Visit.at(way.address()).signIn(patient.email()).open("/consultation/new")) {
            CDPSession network = network(visit, false, BYTES_A_SECOND);
            visit.page().waitForTimeout(500);
            long before = way.counted();
            assertThat(before).isPositive();
            visit.field("Photos").setInputFiles(large("large.jpg", 45));
            Locator item = new Previews(visit).of("large.jpg");
            for (int cut = 1; cut <= 2; cut++) {
                awaitProgress(visit, cut * 10 * MEGABYTE);
                conditions(network, true, BYTES_A_SECOND);
                assertThat(item).containsText("No connection. The upload resumes by itself.");
                conditions(network, false, BYTES_A_SECOND);
            }
            conditions(network, false, -1);
            assertThat(item).containsText("Ready to send", PATIENTLY);
            assertThat(way.counted()).isLessThanOrEqualTo(MOST_BYTES_BY_THE_NODE);

            visit.field("Photos").setInputFiles(PhotoFiles.photo("small.jpg", Color.BLUE));
            assertThat(new Previews(visit).of("small.jpg")).containsText("Ready to send", PATIENTLY);
            assertThat(way.counted()).isLessThanOrEqualTo(MOST_BYTES_BY_THE_NODE);

            visit.field("Photos").setInputFiles(FOUR_MORE);
            new Previews(visit).awaitReady(6);
            assertThat(way.counted()).isLessThanOrEqualTo(FOUR_MORE.length * MOST_BYTES_BY_THE_NODE);
            assertSeenByADoctor(submitted(visit));
        }
    }

    private static String submitted(Visit visit) {
        visit.fill("What is troubling you?", "Six photos over a bad line")
                .fill("Describe it", "One of them is large.")
                .choose("Where on the body", "Skin")
                .choose("How bad is it?", "Mild")
                .press("Send to the clinic");
        return visit.consultation();
    }

    /** Each as it is shown, and byte for byte as it was sent. */
    private void assertSeenByADoctor(String consultation) throws IOException {
        String doctor = People.doctor(People.GENERAL).email();
        try (Visit visit = Visit.of(doctor).open("/consultation/" + consultation)) {
            ThreadPhotos.photos(visit, 6);
        }
        HttpVisit visit = Visitors.signedIn(doctor);
        String large = Records.text(
                "SELECT i.public_id FROM image i JOIN account a ON a.id = i.owner_id WHERE a.email = ?"
                        + " ORDER BY i.size_bytes DESC LIMIT 1",
                patient.email());
        assertThat(Uploads.sha256(Uploads.look(visit, large, "original")))
                .isEqualTo(Uploads.sha256(Files.readAllBytes(folder.resolve("large.jpg"))));
    }

    @Test
    void afterThePageWasClosedOnlyWhatIsMissingIsSent() throws IOException {
        Path file = large("again.jpg", 48);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            CDPSession network = network(visit, false, BYTES_A_SECOND);
            visit.field("Photos").setInputFiles(file);
            // three parts of eight megabytes go at once
            awaitProgress(visit, 30 * MEGABYTE);
            visit.page().reload();
            conditions(network, false, -1);
            assertThat(new Previews(visit).of("again.jpg"))
                    .containsText("Not sent completely. Choose this photo again to go on.");
            visit.screenshot("photo-unfinished").press("Send to the clinic");
            assertThat(new Previews(visit).status()).containsText("Choose this photo again to go on.");
            List<String> parts = new ArrayList<>();
            visit.page().onRequestFinished(request -> {
                if (request.method().equals("PUT") && !request.url().contains("/draft/")) {
                    parts.add(request.url());
                }
            });
            visit.field("Photos").setInputFiles(file);
            assertThat(new Previews(visit).of("again.jpg")).containsText("Ready to send", PATIENTLY);
            assertThat(new Previews(visit).items()).hasCount(1);
            assertThat(parts).as("of six").hasSizeBetween(1, 4);
        }
        assertThat(Records.imagesOf(patient.email())).isEqualTo(1);
    }

    @Test
    void sendingCanBePaused() throws IOException {
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            CDPSession network = network(visit, false, BYTES_A_SECOND);
            visit.field("Photos").setInputFiles(large("paused.jpg", 30));
            awaitProgress(visit, 4 * MEGABYTE);
            visit.press("Pause paused.jpg");
            assertThat(new Previews(visit).of("paused.jpg")).containsText("Paused");
            conditions(network, false, -1);
            visit.screenshot("photo-paused");
            visit.press("Resume paused.jpg");
            assertThat(new Previews(visit).of("paused.jpg")).containsText("Ready to send", PATIENTLY);
        }
    }

    @Test
    void aPhotoOfLittleUseIsSentIfThePersonWantsIt() {
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(new FilePayload[] {
                PhotoFiles.file("tiny.jpg", "image/jpeg", SamplePhotos.disc(120, 90, Color.RED)),
                PhotoFiles.plain("night.jpg", Color.BLACK),
                PhotoFiles.plain("fog.jpg", Color.LIGHT_GRAY)
            });
            Previews previews = new Previews(visit);
            assertThat(previews.of("tiny.jpg")).containsText("This photo is small");
            assertThat(previews.of("night.jpg")).containsText("This photo is dark");
            assertThat(previews.of("fog.jpg")).containsText("This photo looks blurry");
            visit.screenshot("photos-of-little-use");
            assertThat(visit.barriers()).isEmpty();
            visit.fill("What is troubling you?", "Doubtful photos").press("Send to the clinic");
            assertThat(previews.status()).containsText("Send them anyway or remove them.");
            assertThat(Records.imagesOf(patient.email())).isZero();

            visit.press("Send anyway tiny.jpg").press("Remove night.jpg").press("Remove fog.jpg");
            assertThat(previews.of("tiny.jpg")).containsText("Ready to send", PATIENTLY);
        }
        assertThat(Records.imagesOf(patient.email())).isEqualTo(1);
    }

    private Path large(String name, int megabytes) throws IOException {
        byte[] photo = SamplePhotos.disc(800, 600, Color.GREEN);
        return Files.write(folder.resolve(name), Arrays.copyOf(photo, megabytes * MEGABYTE));
    }

    private static void awaitProgress(Visit visit, int bytes) {
        visit.page()
                .waitForFunction(
                        "bytes => { const bar = document.querySelector('.previews progress');"
                                + " return bar && bar.value >= bytes; }",
                        bytes);
    }

    private static CDPSession network(Visit visit, boolean offline, double upload) {
        CDPSession network = visit.context().newCDPSession(visit.page());
        network.send("Network.enable");
        conditions(network, offline, upload);
        return network;
    }

    private static void conditions(CDPSession network, boolean offline, double upload) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", upload);
        network.send("Network.emulateNetworkConditions", conditions);
    }
}
