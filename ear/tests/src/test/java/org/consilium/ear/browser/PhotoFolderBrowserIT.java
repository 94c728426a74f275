package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.consilium.imaging.codec.HeifDecoder;
import org.junit.jupiter.api.Test;

/**
 * Photos of real cameras, where a folder of them lies beside the project: each is shown upright, or refused with its
 * reason.
 */
class PhotoFolderBrowserIT {

    private static final Path FOLDER = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .resolve("../shared/photos")
            .normalize();

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|webp|heic)");

    /** What is said of files whose names begin so; every other file is a photo. */
    private static final Map<String, String> REFUSED = Map.of(
            "bomb",
            "This photo has too many pixels to be shown.",
            "svg",
            "This file cannot be shown as a photo.",
            "text",
            "This file cannot be shown as a photo.",
            "truncated",
            "This photo is incomplete.",
            HeifDecoder.installed().isPresent() ? "no HEIC" : "phone-iphone.heic",
            "“Most Compatible” under Settings, Camera, Formats");

    @Test
    void everyFileIsShownUprightOrRefusedWithItsReason() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "there is no folder of photos at " + FOLDER);
        List<Path> files = files();
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).expect(422).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(files.toArray(Path[]::new));
            files.forEach(file -> assertAnswered(visit, name(file)));
            visit.screenshot("photo-folder");
            files.stream()
                    .map(PhotoFolderBrowserIT::name)
                    .filter(name -> !isPhoto(name))
                    .forEach(name -> visit.press("Remove " + name));
            visit.fill("What is troubling you?", "Photos of many cameras")
                    .fill("Describe it", "Each as it came from its camera")
                    .choose("Where on the body", "Skin")
                    .choose("How bad is it?", "Mild")
                    .press("Send to the clinic");
            assertThat(visit.notice()).containsText("Your consultation was sent.");
            long photos = files.stream().filter(file -> isPhoto(name(file))).count();
            ThreadPhotos.photos(visit, (int) photos);
            visit.screenshot("photo-folder-sent");
            assertThat(Records.number(
                            "SELECT COUNT(*) FROM image JOIN account a ON a.id = owner_id"
                                    + " WHERE a.email = ? AND (width > height) = (content_type <> 'image/heic')",
                            patient.email()))
                    .as("all but the HEIC were taken with the camera held level")
                    .isEqualTo(photos);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> PICTURE.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isPhoto(String name) {
        return REFUSED.keySet().stream().noneMatch(name::startsWith);
    }

    private static void assertAnswered(Visit visit, String name) {
        Locator item = visit.page()
                .getByLabel("Chosen photos")
                .locator("> li")
                .filter(new Locator.FilterOptions().setHas(visit.button("Remove " + name)));
        String answer = REFUSED.entrySet().stream()
                .filter(refused -> name.startsWith(refused.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Ready to send");
        assertThat(item.locator(".state"))
                .containsText(answer, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }
}
