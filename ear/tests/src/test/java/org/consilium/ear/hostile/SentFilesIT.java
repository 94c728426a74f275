package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.image.ImageService;
import org.consilium.testing.disk.DiskSearch;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.http.PiecewiseRequest;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A photo that is sent with a form is on the disk of the node for as long as its request, whoever sends it. */
class SentFilesIT {

    private static final String SEED = "Seeded-photo-2713";
    private static final int COMMENT = 0xFE;
    private static final int MEGABYTE = 1 << 20;
    private static final int ON_DISK = 100_000;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DiskSearch disk =
            DiskSearch.below(Stand.get().workspace().folder("run").resolve("node"));

    private String consultation;
    private String path;
    private HttpVisit patient;

    @BeforeEach
    void consultation() {
        Person person = People.patient();
        consultation = People.consultation(person, "Photos");
        path = "/consultation/" + consultation;
        patient = Visitors.signedIn(person.email());
    }

    @AfterEach
    void nothingIsLeft() {
        await().atMost(SOON).untilAsserted(() -> assertThat(disk.with(SEED)).isEmpty());
    }

    private static byte[] photo(int size) {
        byte[] comment = SEED.getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(CraftedFiles.withSegment(SamplePhotos.disc(40, 30, Color.RED), COMMENT, comment), size);
    }

    private HtmlForm form() {
        return HtmlForm.in(patient.get(path).body(), "reply").with("message", "Look");
    }

    /** Sends half of a form, of which a part is on the disk then. */
    private PiecewiseRequest sendHalf() {
        PiecewiseRequest request = PiecewiseRequest.post(
                        patient.home().resolve(path),
                        form().withFile("photos", photo(MEGABYTE)),
                        "Cookie",
                        "JSESSIONID=" + patient.cookie("JSESSIONID"))
                .sendHalf();
        await().untilAsserted(() -> assertThat(disk.with(SEED)).isNotEmpty());
        return request;
    }

    @Test
    void aPhotoThatIsSent() {
        try (PiecewiseRequest request = sendHalf()) {
            assertThat(request.sendRest()).startsWith("HTTP/1.1 302");
        }
        assertThat(Records.messagesIn(consultation)).isEqualTo(2);
    }

    @Test
    void aSenderWhoStopsHalfWay() {
        sendHalf().close();
    }

    @Test
    void aFormWithAViewStateOfNobody() {
        HtmlForm forged = form().withParameter("jakarta.faces.ViewState", "1:1").withFile("photos", photo(MEGABYTE));
        assertThat(patient.post(path, forged).status()).isEqualTo(409);
    }

    @Test
    void aFormFromAnotherSite() {
        Answer answer = patient.post(
                path, form().withFile("photos", photo(MEGABYTE)), "Origin", "https://elsewhere.example.org");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aPageThatIsForbidden() {
        assertThat(patient.post("/queue", form().withFile("photos", photo(MEGABYTE)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void moreThanAMessageMayHave() {
        HtmlForm form = form();
        for (int number = 0; number <= ImageService.MAX_PER_MESSAGE; number++) {
            form.withFile("photos", photo(ON_DISK));
        }
        assertThat(patient.post(path, form).body()).contains("A message can have up to 20 photos.");
    }

    /** The page keeps what was typed, and no file. */
    @Test
    void aFormWithAnotherFieldThatIsRefused() {
        NodeLog log = new NodeLog();
        HtmlForm form = HtmlForm.in(patient.get("/consultation/new").body(), "new")
                .with("description", "It began on Sunday")
                .withFile("photos", photo(MEGABYTE));
        Answer answer = patient.post("/consultation/new", form);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).contains("It began on Sunday");
        assertThat(log.since("SEVERE")).isEmpty();
    }

    @Test
    void aStranger() {
        HttpVisit stranger = Visitors.anonymous();
        HtmlForm form = HtmlForm.empty().withFile("photos", photo(MEGABYTE));
        for (String page : new String[] {path, "/consultation/new", "/sign-in", "/no-such-page", "/photos"}) {
            assertThat(stranger.post(page, form).status()).as(page).isNotEqualTo(500);
        }
    }
}
