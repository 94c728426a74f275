package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Color;
import java.util.regex.Pattern;
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
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient says what a photo shows and where; a doctor looks at it closely, draws on it, and compares. */
class ImageViewBrowserIT {

    private Person patient;
    private String consultation;

    @BeforeEach
    void consultation() {
        patient = People.patient();
        consultation = "/consultation/" + People.consultation(patient, "A rash that grows");
    }

    /** Sends a photo with all that can be said of it; the path of its page. */
    private String send(String file, Color color, String description) {
        try (Visit visit = Visit.of(patient.email()).open(consultation)) {
            visit.fill("Message", "Look at this");
            visit.field("Photos").setInputFiles(PhotoFiles.photo(file, color));
            new Previews(visit).awaitReady(1);
            visit.fill("What it shows: " + file, description);
            visit.press("Mark on the body: " + file);
            visit.page()
                    .getByLabel("Back: " + file)
                    .locator(".frame")
                    .click(new Locator.ClickOptions().setPosition(55, 66));
            assertThat(visit.content().locator(".previews .note [role=status]"))
                    .containsText(Pattern.compile("Back, 5\\d % from the left, 3\\d % from the top"));
            visit.screenshot("photo-with-its-note");
            assertThat(visit.barriers()).isEmpty();
            visit.press("Send");
            assertThat(visit.content()).containsText("Your message was sent.");
            return visit.content().locator(".images a").last().getAttribute("href");
        }
    }

    @Test
    void theDoctorReadsWhatThePatientSaidOfThePhoto() {
        String path = send("elbow.jpg", Color.PINK, "My left elbow, after a day in the sun");
        try (Visit visit = doctor().open(consultation)) {
            assertThat(visit.content().locator(".images")).hasAttribute("aria-label", "1 photo attached");
            assertThat(visit.content().locator(".images img"))
                    .hasAttribute("alt", "My left elbow, after a day in the sun, Photo 1 / 1, " + patient.name());
            visit.content().locator("a[data-zoom]").click();
            visit.page().getByText("Take a closer look").click();
            visit.page().waitForURL("**" + path);
            assertThat(visit.content()).containsText("My left elbow, after a day in the sun");
            assertThat(visit.content()).containsText(patient.name());
            Locator pin = visit.content().locator(".pinned circle");
            assertThat(pin).hasAttribute("cx", Pattern.compile("5\\d\\d"));
            assertThat(visit.content().locator(".facts")).containsText("Back");
            visit.screenshot("image-view");
            assertThat(visit.barriers()).isEmpty();
        }
    }

    @Test
    void aDrawingIsKeptWithItsAuthorAndLeavesTheImageAsItIs() {
        String path = send("knee.jpg", Color.ORANGE, "");
        String id = path.substring(path.lastIndexOf('/') + 1);
        byte[] before = Uploads.look(Visitors.signedIn(patient.email()), id, "display");
        Person doctor = People.doctor(People.GENERAL);
        try (Visit visit = Visit.of(doctor.email()).open(path)) {
            assertThat(visit.page().getByText("Save marks")).isDisabled();
            visit.press("Circle");
            drag(visit.page(), visit.content().locator(".stage"));
            visit.press("Text").fill("Text to add", "Watch this edge");
            visit.content().locator(".stage").click();
            visit.screenshot("image-marks");
            visit.page().reload();
            assertThat(visit.content()).containsText("Unsaved marks: 2");
            visit.press("Save marks");
            assertThat(visit.content()).containsText("Your marks were saved.");
            assertThat(visit.content().locator(".annotations li")).containsText("Watch this edge");
            assertThat(visit.content().locator(".annotations li")).containsText(doctor.name());
            assertThat(visit.content()
                            .locator(".stage svg circle, .stage svg ellipse")
                            .first())
                    .isAttached();
        }
        assertThat(Uploads.look(Visitors.signedIn(patient.email()), id, "display"))
                .isEqualTo(before);
        try (Visit visit = Visit.of(patient.email()).open(path)) {
            assertThat(visit.content().locator(".annotations li")).containsText(doctor.name());
            assertThat(visit.page().getByText("Save marks")).hasCount(0);
            assertThat(visit.page().getByText("Original file")).hasCount(0);
        }
    }

    private static void drag(Page page, Locator stage) {
        BoundingBox box = stage.boundingBox();
        Mouse mouse = page.mouse();
        mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        mouse.down();
        mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 10, new Mouse.MoveOptions().setSteps(4));
        mouse.up();
    }

    @Test
    void whatIsNoDrawingIsNotKept() {
        String path = send("foot.jpg", Color.CYAN, "");
        HttpVisit visit = Visitors.signedIn(People.doctor(People.GENERAL).email());
        for (String drawing : new String[] {
            "", "[]", "{", "[{\"kind\":\"arrow\",\"points\":[0,0,2,2]}]", "[{\"kind\":\"text\",\"points\":[0,0]}]"
        }) {
            HtmlForm form = HtmlForm.in(visit.get(path).body(), "marks").with("shapes", drawing);
            assertThat(visit.post(path, form).status()).as(drawing).isIn(200, 400);
        }
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM image_annotation WHERE image_id = ?",
                        path.substring(path.lastIndexOf('/') + 1)))
                .isZero();
    }

    @Test
    void twoDatesAreComparedSideBySide() {
        send("first.jpg", Color.PINK, "On Monday");
        String path = send("second.jpg", Color.RED, "On Friday");
        try (Visit visit = doctor().open(path)) {
            assertThat(visit.content().locator(".series li")).hasCount(2);
            assertThat(visit.content().locator(".series .current img")).hasAttribute("alt", "On Friday");
            visit.content().locator(".series a.button").click();
            assertThat(visit.content().locator(".pane")).hasCount(2);
            Locator panes = visit.content().locator(".pane img");
            ThreadPhotos.awaitShown(panes.nth(0));
            ThreadPhotos.awaitShown(panes.nth(1));
            Locator stages = visit.content().locator(".stage");
            Locator first = stages.first();
            first.focus();
            first.press("+");
            first.press("+");
            assertThat(scale(stages.nth(0))).isGreaterThan(2);
            assertThat(scale(stages.nth(1))).isCloseTo(scale(stages.nth(0)), within(0.01));
            visit.screenshot("image-compared");
            visit.field("Move both together").uncheck();
            double before = scale(stages.nth(1));
            first.press("+");
            assertThat(scale(stages.nth(0))).isGreaterThan(before);
            assertThat(scale(stages.nth(1))).isCloseTo(before, within(0.01));
            assertThat(visit.barriers()).isEmpty();
        }
    }

    @Test
    void theSeriesHasNothingOfAnotherTeam() {
        String path = send("mine.jpg", Color.PINK, "For general care");
        String other = People.consultation(patient, "For another team");
        consultation = "/consultation/" + other;
        send("theirs.jpg", Color.RED, "For another team");
        People.give(other, People.BONES);
        assertThat(doctorsPage(path)).contains("For general care").doesNotContain("For another team");
        assertThat(Visitors.signedIn(patient.email()).get(path).body()).contains("For another team");
    }

    /** How far the photo of a stage is zoomed, on top of what makes it fit: a sharper one may just take its place. */
    private static double scale(Locator stage) {
        Object share = stage.evaluate("stage => stage.querySelector('img').getBoundingClientRect().width"
                + " / stage.getBoundingClientRect().width");
        return ((Number) share).doubleValue();
    }

    private static String doctorsPage(String path) {
        return Visitors.signedIn(People.doctor(People.GENERAL).email())
                .get(path)
                .body();
    }

    private static Visit doctor() {
        return Visit.at(Stand.get().node().address())
                .signIn(People.doctor(People.GENERAL).email());
    }
}
