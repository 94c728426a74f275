package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.http.AccessCast.Who;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People know what a photo's file tells about them: the sender before sending it, the clinician before opening it. */
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
}
