package org.consilium.ear.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that word processors leave in pasted text, and that nobody sees, are in nobody's way in any field. */
class PastedTextIT {

    /** Of Word, PDF, terminals, and files in other encodings; each is sent between two words. */
    private static final List<String> UNSEEN = List.of(
            "\u0000",
            "\u0001",
            "\u0007",
            "\u001B",
            "\u001E",
            "\u001F",
            "\u007F",
            "\u0092",
            "\uFFFE",
            "\uFDD0",
            "\uDBFF\uDFFF");

    private static final List<String> BREAKS = List.of("\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029");

    private static Person patient;
    private static Person doctor;
    private static String path;

    @BeforeAll
    static void consultation() {
        patient = People.patient();
        doctor = People.doctor(People.GENERAL);
        path = "/consultation/" + People.consultation(patient, "Pasted");
    }

    @Test
    void inAMessageLineBreaksAreLineBreaksAndTheRestIsGone() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        String pasted = String.join("-", UNSEEN) + "one" + String.join("two", BREAKS) + "end";
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply").with("message", pasted);
        assertThat(visit.post(path, form).isDone()).isTrue();
        assertThat(Records.text("SELECT body FROM message ORDER BY id DESC LIMIT 1"))
                .isEqualTo("-".repeat(UNSEEN.size() - 1) + "one" + "\ntwo".repeat(BREAKS.size() - 1) + "\nend");
    }

    @Test
    void aTitleIsOneLine() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "Itchy\u000B\u001Frash\u0000 on\u0085my\u2028arm")
                .with("description", "Since\u0092 Monday\f")
                .with("bodySite", "ARM")
                .with("severity", "MILD");
        assertThat(visit.post("/consultation/new", form).isDone()).isTrue();
        assertThat(Records.text("SELECT title FROM consultation ORDER BY id DESC LIMIT 1"))
                .isEqualTo("Itchy rash on my arm");
    }

    @Test
    void aNoteAndASummaryAreCleanedToo() {
        People.take(path.substring(path.lastIndexOf('/') + 1), doctor);
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        assertThat(clinic.post(
                                path,
                                HtmlForm.in(clinic.get(path).body(), "note").with("text", "seen\u001E by\u000Bme"))
                        .isDone())
                .isTrue();
        assertThat(Records.text("SELECT body FROM staff_note ORDER BY id DESC LIMIT 1"))
                .isEqualTo("seen by\nme");
    }

    @Test
    void theDescriptionOfAPhotoIsCleanedHoweverItIsEscaped() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        String photo = Uploads.send(visit, SamplePhotos.disc(80, 60, Color.PINK));
        String notes = "{\"" + photo + "\":{\"text\":\"my\\u000Barm\\u0000\\u0092\\ud83e \u2028today\"}}";
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply")
                .with("message", "Look")
                .with("photo-ids", photo)
                .with("photo-notes", notes);
        assertThat(visit.post(path, form).isDone()).isTrue();
        assertThat(Records.text("SELECT description FROM message_image WHERE image_id = ?", photo))
                .isEqualTo("my arm  today");
    }

    @Test
    void aTextOnAnImageIsCleaned() {
        String photo = sentPhoto();
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        String image = "/image/" + photo;
        String shapes = "[{\"kind\":\"text\",\"points\":[0.5,0.5],\"text\":\"here\\u000B\\u0000it\\u0085is\"}]";
        assertThat(clinic.post(
                                image,
                                HtmlForm.in(clinic.get(image).body(), "marks").with("shapes", shapes))
                        .isDone())
                .isTrue();
        assertThat(clinic.get(image).body()).contains("here it is");
    }

    /** Such as by a script of an older page; the page says so, and keeps everything else. */
    @ParameterizedTest
    @ValueSource(strings = {"200", "5000"})
    void aDescriptionThatIsTooLongIsNoErrorPage(int more) {
        HttpVisit visit = Visitors.signedIn(patient.email());
        String photo = Uploads.send(visit, SamplePhotos.disc(80, 60, Color.GRAY));
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply")
                .with("message", "Kept on the page")
                .with("photo-ids", photo)
                .with("photo-notes", "{\"" + photo + "\":{\"text\":\"" + "x".repeat(more + 1) + "\"}}");
        assertThat(visit.post(path, form).body())
                .contains("Something on this page cannot be saved as it is.", "Kept on the page");
    }

    @Test
    void aMarkThatIsTooLongOrBlankIsNoErrorPage() {
        String image = "/image/" + sentPhoto();
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        for (String text : List.of("x".repeat(81), "\\u3164", "")) {
            String shapes = "[{\"kind\":\"text\",\"points\":[0.5,0.5],\"text\":\"" + text + "\"}]";
            assertThat(clinic.post(
                                    image,
                                    HtmlForm.in(clinic.get(image).body(), "marks")
                                            .with("shapes", shapes))
                            .body())
                    .as(text)
                    .contains("Something on this page cannot be saved as it is.");
        }
    }

    @Test
    void aSearchIsCleanedAndKeepsItsForm() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        String found = Visitors.search(clinic, "/queue", "\u000B" + patient.lastName() + "\u0000\u0092 ");
        assertThat(clinic.get(found).body()).contains("value=\"" + patient.lastName() + "\"");
    }

    @Test
    void anAddressIsCleanedAndAPasswordIsNot() {
        Answer answer = Visitors.signIn(Visitors.anonymous(), "\u001F" + patient.email() + "\u0000", People.PASSWORD);
        assertThat(answer.isDone()).isTrue();
        assertThat(Visitors.signIn(Visitors.anonymous(), patient.email(), People.PASSWORD + "\u001F")
                        .isDone())
                .isFalse();
    }

    private static String sentPhoto() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        String photo = Uploads.send(visit, SamplePhotos.disc(80, 60, Color.BLUE));
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply")
                .with("message", "Look")
                .with("photo-ids", photo);
        assertThat(visit.post(path, form).isDone()).isTrue();
        return photo;
    }
}
