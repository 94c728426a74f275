package org.consilium.ear.browser.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FileChooser;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file that changes or vanishes after it was chosen, as files in the cloud folders of phones do: the page says what
 * is wrong and offers to choose it again, instead of waiting for the network.
 */
class ChangedFileBrowserIT {

    private static final String UNREADABLE = "This file can no longer be read";
    private static final int FORBIDDEN_CONTENT = 400;
    private static final Duration LATE = Duration.ofSeconds(3);

    private Person patient;

    @TempDir
    private Path folder;

    /** What happens to a file. */
    @FunctionalInterface
    interface Change {
        void to(Path file) throws IOException;
    }

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    static Stream<Named<Change>> changes() {
        return Stream.of(
                Named.of("deleted", Files::delete),
                Named.of("moved", file -> Files.move(file, file.resolveSibling("elsewhere.jpg"))),
                Named.of("edited", file -> {
                    Files.write(file, SamplePhotos.disc(640, 480, Color.BLUE));
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
                }),
                Named.of("replaced without a trace", file -> {
                    FileTime before = Files.getLastModifiedTime(file);
                    byte[] content = Files.readAllBytes(file);
                    content[content.length - 10] ^= 1;
                    Files.write(file, content);
                    Files.setLastModifiedTime(file, before);
                }),
                Named.of("cut off", file -> {
                    FileTime before = Files.getLastModifiedTime(file);
                    Files.write(file, new byte[100]);
                    Files.setLastModifiedTime(file, before);
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aFileThatChangesWhileItIsSentCanBeChosenAgainAndKeepsItsNote(Change change) throws IOException {
        Path file = photo("arm.jpg");
        try (Visit visit = Visit.of(patient.email()).expect(FORBIDDEN_CONTENT).open("/consultation/new")) {
            // the page has described the file, and is about to send it
            visit.page().route("**/photos", route -> {
                apply(change, file);
                route.resume();
            });
            visit.field("Photos").setInputFiles(file);
            Previews previews = new Previews(visit);
            assertThat(previews.of("arm.jpg")).containsText(UNREADABLE);
            assertThat(previews.status()).containsText(UNREADABLE);
            assertThat(visit.barriers()).isEmpty();
            visit.page().unroute("**/photos");

            visit.fill("What it shows: arm.jpg", "My left arm");
            photo("arm.jpg");
            chooseAgain(visit, "arm.jpg", file);
            previews.awaitReady(1);
            assertThat(visit.field("What it shows: arm.jpg")).hasValue("My left arm");
        }
        assertThat(stored()).isEqualTo(1);
    }

    /** The same file continues an upload that the server knows: not the one that is being deleted. */
    @Test
    void aFileThatIsChosenAgainIsNotDeletedWithTheOneBefore() throws IOException {
        Path file = photo("arm.jpg");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.page().route("**/photos", route -> {
                apply(Files::delete, file);
                route.resume();
            });
            visit.field("Photos").setInputFiles(file);
            Previews previews = new Previews(visit);
            assertThat(previews.of("arm.jpg")).containsText(UNREADABLE);
            visit.page().unroute("**/photos");

            visit.page().route("**/photos/*", route -> {
                if ("DELETE".equals(route.request().method())) {
                    // the page goes on meanwhile
                    await().pollDelay(LATE).until(() -> true);
                }
                route.resume();
            });
            photo("arm.jpg");
            chooseAgain(visit, "arm.jpg", file);
            previews.awaitReady(1);
        }
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aFileThatVanishesBeforeItIsReadHoldsTheMessageBackUntilItIsReplaced() throws IOException {
        Path file = Files.write(folder.resolve("tiny.jpg"), SamplePhotos.disc(200, 150, Color.RED));
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(file);
            Previews previews = new Previews(visit);
            assertThat(previews.of("tiny.jpg")).containsText("This photo is small");
            Files.delete(file);
            visit.press("Send anyway tiny.jpg");
            assertThat(previews.of("tiny.jpg")).containsText(UNREADABLE);
            visit.fill("What is troubling you?", "A file from a cloud").press("Send to the clinic");
            assertThat(previews.status()).hasText("Remove the photos that could not be added, then send again.");

            chooseAgain(visit, "tiny.jpg", photo("large.jpg"));
            previews.awaitReady(1);
            assertThat(previews.of("large.jpg")).isVisible();
        }
    }

    /** A canvas has at most 65,535 rows in Chromium, and fewer pixels on phones. */
    @Test
    void aPhotoThatNoCanvasHoldsIsStillJudgedAndSent() {
        byte[] strip = SamplePhotos.grayPng(300, 66_000);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(PhotoFiles.file("strip.png", "image/png", strip));
            Previews previews = new Previews(visit);
            assertThat(previews.of("strip.png")).containsText("This photo looks blurry");
            visit.press("Send anyway strip.png");
            previews.awaitReady(1);
        }
    }

    private long stored() {
        return Records.number(
                "SELECT COUNT(*) FROM image JOIN account a ON a.id = owner_id"
                        + " WHERE a.email = ? AND image.status = 'STORED'",
                patient.email());
    }

    private static void chooseAgain(Visit visit, String name, Path file) {
        FileChooser chooser = visit.page().waitForFileChooser(() -> visit.press("Choose again " + name));
        chooser.setFiles(file);
    }

    private Path photo(String name) throws IOException {
        return Files.write(folder.resolve(name), SamplePhotos.disc(640, 480, Color.GREEN));
    }

    private static void apply(Change change, Path file) {
        try {
            change.to(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
