package org.consilium.ear.browser.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;

/**
 * JPEGs without an end, as phones and cut-off transfers leave them: shown if little is missing, with a note to the
 * clinician.
 */
class IncompletePhotoBrowserIT {

    private static final int UNPROCESSABLE = 422;
    private static final String INCOMPLETE = "Incomplete file";

    private static final BufferedImage NOISE = SamplePhotos.noise(640, 480, BufferedImage.TYPE_INT_RGB);
    private static final byte[] WHOLE = SamplePhotos.jpeg(NOISE);
    private static final byte[] NO_END = Arrays.copyOf(WHOLE, WHOLE.length - 2);
    private static final byte[] PROGRESSIVE = SamplePhotos.progressiveJpeg(NOISE);

    @Test
    void littleIsMissing() {
        Person patient = People.patient();
        String consultation = "/consultation/" + People.consultation(patient, "Photos from an old phone");
        FilePayload[] files = {
            jpeg("no-end.jpg", NO_END),
            jpeg("trailer.jpg", CraftedFiles.joined(NO_END, "\0\0SEFH etc SEFT".getBytes(StandardCharsets.US_ASCII))),
            jpeg("cut-off.jpg", Arrays.copyOf(WHOLE, WHOLE.length * 95 / 100)),
            jpeg("progressive.jpg", Arrays.copyOf(PROGRESSIVE, PROGRESSIVE.length - 2)),
            jpeg("whole.jpg", WHOLE)
        };
        try (Visit visit = Visit.of(patient.email()).open(consultation)) {
            visit.fill("Message", "Are these of use?");
            visit.field("Photos").setInputFiles(files);
            new Previews(visit).awaitReady(files.length);
            visit.press("Send");
            ThreadPhotos.photos(visit, files.length);
            assertThat(visit.content()).not().containsText(INCOMPLETE);
        }
        try (Visit visit = Visit.of(People.doctor(People.GENERAL).email()).open(consultation)) {
            assertThat(visit.content().locator(".images li").getByText(INCOMPLETE))
                    .hasCount(files.length - 1);
            visit.screenshot("incomplete-photos");
            assertThat(visit.barriers()).isEmpty();
            String cutOff = visit.content().locator(".images a").nth(2).getAttribute("href");
            String whole = visit.content().locator(".images a").last().getAttribute("href");
            visit.open(cutOff);
            assertThat(visit.content()).containsText("The file of this photo is incomplete");
            visit.screenshot("incomplete-photo");
            assertThat(visit.barriers()).isEmpty();
            visit.open(whole + "?with=" + cutOff.substring(cutOff.lastIndexOf('/') + 1));
            assertThat(visit.content().locator("figcaption").last()).containsText(INCOMPLETE);
            visit.open(whole);
            assertThat(visit.content()).not().containsText("incomplete");
        }
    }

    @Test
    void muchIsMissing() {
        Person patient = People.patient();
        try (Visit visit = Visit.of(patient.email()).expect(UNPROCESSABLE).open("/consultation/new")) {
            visit.field("Photos").setInputFiles(new FilePayload[] {
                jpeg("most.jpg", Arrays.copyOf(WHOLE, WHOLE.length * 85 / 100)),
                jpeg("half.jpg", Arrays.copyOf(PROGRESSIVE, PROGRESSIVE.length / 2))
            });
            Previews previews = new Previews(visit);
            assertThat(previews.of("most.jpg")).containsText("This photo is incomplete.");
            assertThat(previews.of("half.jpg")).containsText("This photo is incomplete.");
        }
    }

    private static FilePayload jpeg(String name, byte[] content) {
        return PhotoFiles.file(name, "image/jpeg", content);
    }
}
