package org.consilium.ear.browser.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for an upload on a slow line is not signed out, as long as the upload moves. */
class MovingUploadBrowserIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final double BYTES_A_SECOND = 6.0 * MEGABYTE;
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private Person patient;

    @TempDir
    private Path folder;

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    @Test
    void anUploadThatMovesIsUseOfTheSession() throws IOException {
        try (Visit visit = Visit.of(patient.email())) {
            visit.page().clock().install();
            visit.open("/consultation/new");
            slowDown(visit);
            AtomicInteger reports = new AtomicInteger();
            visit.page().onRequest(request -> {
                if (request.method().equals("HEAD")) {
                    reports.incrementAndGet();
                }
            });
            visit.field("Photos").setInputFiles(large());
            for (int quarter = 1; quarter <= 3; quarter++) {
                awaitProgress(visit, quarter * 6 * MEGABYTE);
                visit.page().clock().fastForward(idleMillis(visit) * 6 / 10);
            }
            assertThat(new Previews(visit).of("large.jpg")).containsText("Ready to send", PATIENTLY);
            assertThat(visit.path()).isEqualTo("/consultation/new");
            assertThat(reports.get()).as("the server has heard of it").isGreaterThanOrEqualTo(2);
        }
        assertThat(Records.imagesOf(patient.email())).isEqualTo(1);
    }

    @Test
    void anUploadThatStandsStillIsNone() throws IOException {
        try (Visit visit = Visit.of(patient.email())) {
            visit.page().clock().install();
            visit.open("/consultation/new");
            List<Route> held = new ArrayList<>();
            visit.page().route("**/incoming/**", held::add);
            visit.field("Photos").setInputFiles(large());
            visit.page().waitForCondition(() -> !held.isEmpty());
            visit.page().clock().fastForward(idleMillis(visit) * 11 / 10);
            visit.leave("/consultation/new");
            assertThat(visit.path()).isEqualTo("/sign-in");
        }
    }

    private static long idleMillis(Visit visit) {
        Object seconds = visit.page().evaluate("() => Number(document.getElementById('site').dataset.idle)");
        return ((Number) seconds).longValue() * 1000;
    }

    private Path large() throws IOException {
        byte[] photo = SamplePhotos.disc(800, 600, Color.GREEN);
        return Files.write(folder.resolve("large.jpg"), Arrays.copyOf(photo, 24 * MEGABYTE));
    }

    private static void awaitProgress(Visit visit, int bytes) {
        visit.page().waitForFunction("bytes => document.querySelector('.previews progress')?.value >= bytes", bytes);
    }

    private static void slowDown(Visit visit) {
        CDPSession network = visit.context().newCDPSession(visit.page());
        network.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
        network.send("Network.emulateNetworkConditions", conditions);
    }
}
