package org.consilium.ear.browser.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A photo is never seen with the words of another one, however slowly the other one comes. */
class EnlargedPhotoBrowserIT {

    private Person patient;
    private String consultation;

    /** A consultation with a red and a blue photo. */
    @BeforeEach
    void photos() {
        patient = People.patient();
        consultation = "/consultation/" + People.consultation(patient, "Two photos");
        try (Visit visit = Visit.of(patient.email()).open(consultation)) {
            visit.fill("Message", "Look at these");
            visit.field("Photos").setInputFiles(new FilePayload[] {
                PhotoFiles.photo("red.jpg", Color.RED), PhotoFiles.photo("blue.jpg", Color.BLUE)
            });
            new Previews(visit).awaitReady(2);
            visit.fill("What it shows: red.jpg", "The red one").fill("What it shows: blue.jpg", "The blue one");
            visit.press("Send");
            assertThat(visit.content()).containsText("Your message was sent.");
        }
    }

    @Test
    void whileAPhotoLoadsTheFormerOneIsNotSeen() {
        try (Visit visit = Visit.of(patient.email()).open(consultation)) {
            ThreadPhotos.photos(visit, 2);
            Locator dialog = visit.page().locator("dialog.zoom");
            enlarge(visit, "The red one");
            ThreadPhotos.awaitShown(dialog.locator("img"));
            assertThat(middleOf(dialog)).isEqualTo(Color.RED);
            dialog.getByRole(AriaRole.BUTTON).click();

            List<Route> held = new ArrayList<>();
            visit.page().route("**/display", held::add);
            enlarge(visit, "The blue one");
            visit.page().waitForCondition(() -> !held.isEmpty());
            assertThat(dialog.locator("img")).hasAttribute("alt", "The blue one, Photo 2 / 2, " + patient.name());
            assertThat(middleOf(dialog)).as("while it loads").isNotEqualTo(Color.RED);
            held.forEach(Route::resume);
            ThreadPhotos.awaitShown(dialog.locator("img"));
            assertThat(middleOf(dialog)).isEqualTo(Color.BLUE);
        }
    }

    @Test
    void aPhotoThatDoesNotComeIsNotReplacedByTheFormerOne() {
        try (Visit visit = Visit.of(patient.email()).open(consultation)) {
            Locator dialog = visit.page().locator("dialog.zoom");
            enlarge(visit, "The red one");
            ThreadPhotos.awaitShown(dialog.locator("img"));
            dialog.getByRole(AriaRole.BUTTON).click();

            visit.page().route("**/display", Route::abort);
            enlarge(visit, "The blue one");
            visit.page()
                    .waitForCondition(() -> Boolean.TRUE.equals(
                            dialog.locator("img").evaluate("image => image.complete && image.naturalWidth === 0")));
            assertThat(middleOf(dialog)).isNotEqualTo(Color.RED);
        }
    }

    /**
     * A live update makes an element of the page equal to a newer one: here it finds another photo in the same place.
     */
    @Test
    void aLiveUpdateDoesNotPutTheWordsOfAPhotoUnderAnother() {
        try (Visit visit = Visit.of(patient.email()).open(consultation)) {
            ThreadPhotos.photos(visit, 2);
            Object unmixed = visit.page().evaluate("""
                    async () => {
                      const script = document.querySelector('script[type=module][src*="page"]').src;
                      const { merge } = await import(script.replace(/page[^/]*$/, 'live/merge.js'));
                      const list = document.querySelector('.images');
                      const images = () => Array.from(list.querySelectorAll('img'));
                      const before = new Map(images().map(image => [image, image.src]));
                      const other = list.cloneNode(true);
                      other.append(other.firstElementChild);
                      merge(list, other);
                      return images().every(image => (before.get(image) ?? image.src) === image.src);
                    }""");
            assertThat(unmixed).as("an element stays with its photo").isEqualTo(true);
        }
    }

    private static void enlarge(Visit visit, String description) {
        visit.content()
                .locator("a[data-zoom]")
                .filter(new Locator.FilterOptions().setHas(visit.page().locator("img[alt^='" + description + "']")))
                .click();
    }

    /** The color that the browser has painted, beside the lines of the photo. */
    private static Color middleOf(Locator dialog) {
        BufferedImage painted = SamplePhotos.read(dialog.screenshot());
        int x = painted.getWidth() / 2;
        int y = painted.getHeight() / 2;
        for (int aside = 0; aside < painted.getWidth() / 10; aside++) {
            Color color = new Color(painted.getRGB(x + aside, y));
            for (Color pure : new Color[] {Color.RED, Color.BLUE}) {
                if (distance(color, pure) < 60) {
                    return pure;
                }
            }
        }
        return Color.BLACK;
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }
}
