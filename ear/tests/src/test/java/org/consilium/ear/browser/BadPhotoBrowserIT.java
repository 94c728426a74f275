package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are no photos, or too many, or too large: each is refused by name, and the message is not sent without a
 * word.
 */
class BadPhotoBrowserIT {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 20;
    private static final String NO_PHOTO = "This file cannot be shown as a photo. Choose a JPEG, PNG,";

    static Stream<Arguments> noPhotos() {
        return Stream.of(
                Arguments.of(PhotoFiles.text("letter.jpg", "image/jpeg", "Dear doctor, this is text."), NO_PHOTO),
                Arguments.of(
                        PhotoFiles.text(
                                "drawing.png",
                                "image/png",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                        NO_PHOTO),
                Arguments.of(
                        PhotoFiles.text("page.png", "image/png", "<html><script>alert(1)</script></html>"), NO_PHOTO),
                Arguments.of(PhotoFiles.text("nothing.jpg", "image/jpeg", ""), "This file is empty."),
                Arguments.of(
                        PhotoFiles.truncated("half.jpg"),
                        "This photo is incomplete. Open it on your device and save it again, or retake it."),
                Arguments.of(
                        PhotoFiles.bomb("huge.png"),
                        "This photo has too many pixels to be shown. Choose a smaller one."));
    }

    @ParameterizedTest
    @MethodSource("noPhotos")
    void whatIsNoPhotoIsRefusedAndHoldsTheMessageBackUntilRemoved(FilePayload file, String why) {
        Person patient = People.patient();
        String id = People.consultation(patient, "With a bad photo");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id).expect(UNPROCESSABLE)) {
            visit.fill("Message", "Here is a photo.");
            visit.field("Photos").setInputFiles(file);
            Previews previews = new Previews(visit);
            assertThat(previews.of(file.name)).containsText(why);
            visit.press("Send");
            assertThat(previews.status()).hasText("Remove the photos that could not be added, then send again.");
            assertThat(Records.messagesIn(id)).isEqualTo(1);
            visit.press("Remove " + file.name).press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(visit.content().locator(".entries")).containsText("Here is a photo.");
        }
        assertThat(Records.imagesOf(patient.email())).isZero();
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    @Test
    void aPhotoOfMoreThan50MegabytesIsRefusedByThePageAndByTheServer(@TempDir Path folder) throws IOException {
        Person patient = People.patient();
        byte[] large = PhotoFiles.tooLarge();
        Path file = Files.write(folder.resolve("large.jpg"), large);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(file);
            assertThat(new Previews(visit).of("large.jpg"))
                    .containsText("This photo is larger than 50 MB. Choose a smaller one.");
        }
        var answer = Uploads.ticket(Visitors.signedIn(patient.email()), large, "");
        assertThat(answer.status()).isEqualTo(UNPROCESSABLE);
        assertThat(answer.body()).contains("This photo is larger than 50 MB.");
        assertThat(Records.imagesOf(patient.email())).isZero();
    }

    @Test
    void ofTwentyOnePhotosTheLastIsNotTaken() {
        Person patient = People.patient();
        FilePayload[] photos = IntStream.rangeClosed(1, MOST + 1)
                .mapToObj(number -> PhotoFiles.file(
                        "photo" + number + ".jpg", "image/jpeg", SamplePhotos.disc(400 + number, 300, Color.BLUE)))
                .toArray(FilePayload[]::new);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(photos);
            Previews previews = new Previews(visit);
            previews.awaitReady(MOST);
            assertThat(previews.status()).hasText("A message can have up to 20 photos. Remove some.");
            visit.screenshot("twenty-photos");
        }
        assertThat(Records.imagesOf(patient.email())).isEqualTo(MOST);
    }

    @Test
    void aMessageThatNamesTwentyOnePhotosIsRefused() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "Too many")
                .with("description", "Made by hand")
                .with("bodySite", "ARM")
                .with("severity", "MILD")
                .with(
                        "photo-ids",
                        String.join(
                                ",", Stream.generate(People::id).limit(MOST + 1).toList()));
        assertThat(visit.post("/consultation/new", form).body())
                .contains("A message can have up to 20 photos. Remove some.");
        assertThat(Records.consultationsOf(patient.email())).isZero();
    }

    @Test
    void withoutJavaScriptThePhotosComeWithTheForm() {
        Person patient = People.patient();
        try (Visit visit = Visit.withoutScripts()) {
            visit.open("/sign-in").signInHere(patient.email(), People.PASSWORD).leave("/sign-in");
            visit.open("/consultation/new");
            visit.fill("What is troubling you?", "No scripts")
                    .fill("Describe it", "An old phone")
                    .choose("Where on the body", "Skin")
                    .choose("How bad is it?", "Mild");
            visit.field("Photos").setInputFiles(new FilePayload[] {
                PhotoFiles.photo("one.jpg", Color.RED), PhotoFiles.text("letter.jpg", "image/jpeg", "Dear doctor")
            });
            visit.press("Send to the clinic");
            assertThat(visit.content()).containsText(NO_PHOTO);
            assertThat(visit.field("Describe it")).hasValue("An old phone");
            assertThat(Records.consultationsOf(patient.email())).isZero();

            visit.field("Photos").setInputFiles(PhotoFiles.photo("one.jpg", Color.RED));
            visit.press("Send to the clinic");
            assertThat(visit.notice()).containsText("Your consultation was sent.");
            awaitPhotos(visit, 1);

            visit.fill("Message", "And another").fill("What the photos show", "The same from afar");
            visit.field("Photos").setInputFiles(PhotoFiles.photo("two.jpg", Color.BLUE));
            visit.press("Send");
            awaitPhotos(visit, 2);
            assertThat(visit.content().locator(".images img").last())
                    .hasAttribute("alt", "The same from afar, Photo 1 / 1, " + patient.name());
            assertThat(Records.number("SELECT COUNT(*) FROM image WHERE consultation_id = ?", visit.consultation()))
                    .as("both are of this consultation and no other")
                    .isEqualTo(2);
        }
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    /** Without scripts a page shows a photo that has been checked when it is read again. */
    private static void awaitPhotos(Visit visit, int count) {
        await().until(() -> {
            visit.page().reload();
            return visit.content().locator(".images img").count() == count;
        });
    }
}
