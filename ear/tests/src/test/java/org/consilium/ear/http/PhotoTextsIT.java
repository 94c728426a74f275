package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.consilium.ear.http.AccessCast.Who;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is said about photos: in a thread, what the sender says that each shows; and what its file tells about the
 * sender, before it is sent and before a clinician opens it.
 */
class PhotoTextsIT {

    private static AccessCast cast;

    @BeforeAll
    static void people() {
        cast = AccessCast.gather();
    }

    @Test
    void theSenderReadsWhichFormatsAreTakenAndWhatTheyTell() {
        assertThat(cast.visit(Who.PATIENT).get("/consultation/new").body())
                .containsPattern("Up to 20 photos \\(JPEG, PNG, (or WebP|WebP, HEIC, or AVIF)\\)")
                .contains("Your camera may have written the place, the time, and its serial number into the file.");
        assertThat(cast.visit(Who.PATIENT)
                        .get("/consultation/new", "Accept-Language", "es")
                        .body())
                .contains("el lugar, la hora y su número de serie");
    }

    @Test
    void theClinicianReadsItBesideTheOriginal() {
        String page = "/image/" + cast.photo();
        String told = "The file may reveal where and when the photo was taken";
        assertThat(cast.visit(Who.DOCTOR).get(page).body()).contains(told);
        assertThat(cast.visit(Who.PATIENT).get(page).body()).doesNotContain(told);
    }

    @Test
    void aDescriptionIsTheCaptionOfItsPhotoInTheThread() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        String thread = "/consultation/" + People.consultation(patient, "Two photos");
        String described = Uploads.send(visit, SamplePhotos.disc(80, 60, Color.PINK));
        String plain = Uploads.send(visit, SamplePhotos.disc(80, 60, Color.RED));
        HtmlForm form = HtmlForm.in(visit.get(thread).body(), "reply")
                .with("message", "Look at these")
                .with("photo-ids", described + ',' + plain)
                .with("photo-notes", "{\"" + described + "\":{\"text\":\"The heel, <from> behind\"}}");
        assertThat(visit.post(thread, form)).matches(Answer::isDone);
        Document page = Jsoup.parse(visit.get(thread).body());
        assertThat(captions(page, described)).containsExactly("The heel, <from> behind");
        assertThat(captions(page, plain)).isEmpty();
    }

    private static List<String> captions(Document page, String photo) {
        Elements item = page.select(".images li:has(img[data-photo=" + photo + "])");
        assertThat(item).as("photo in the thread").hasSize(1);
        return item.select(".caption").eachText();
    }
}
