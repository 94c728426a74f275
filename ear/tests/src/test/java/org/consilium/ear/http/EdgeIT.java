package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URI;
import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second node shows photos by way of the edge: who may see one gets a link to that one, for five minutes. */
class EdgeIT {

    private Person patient;
    private HttpVisit visit;
    private String image;
    private URI link;

    @BeforeEach
    void photo() {
        patient = People.patient();
        visit = Visitors.signedIn(Stand.get().secondNode().address(), patient.email());
        image = Uploads.sendStored(Visitors.signedIn(patient.email()), SamplePhotos.disc(640, 480, Color.RED), false);
        link = URI.create(
                visit.get("/photo/" + image + "/display").header("Location").orElseThrow());
    }

    @Test
    void aLinkOpensThisPhotoAndLeavesNothingInTheBrowser() {
        assertThat(link.toString()).startsWith(Stand.get().edge().address().toString());
        Answer answer = open(link);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("image/jpeg");
        assertThat(answer.header("Cache-Control")).contains("private, no-store");
    }

    @Test
    void anAlteredLinkOpensNothing() {
        String text = link.toString();
        String expires = text.replaceAll(".*Expires=(\\d+).*", "$1");
        assertThat(open(URI.create(text.replace("/display?", "/original?"))).status())
                .as("another object")
                .isEqualTo(403);
        assertThat(open(URI.create(text.replace(expires, String.valueOf(Long.parseLong(expires) + 1))))
                        .status())
                .as("for longer")
                .isEqualTo(403);
        assertThat(open(URI.create(text.replaceAll("Key-Pair-Id=[^&]*", "Key-Pair-Id=KSECOND")))
                        .status())
                .as("in another key's name")
                .isEqualTo(403);
        assertThat(open(URI.create(text.substring(0, text.indexOf('?')))).status())
                .as("not signed")
                .isEqualTo(403);
        assertThat(Long.parseLong(expires) - System.currentTimeMillis() / 1000).isLessThanOrEqualTo(300);
    }

    @Test
    void aLinkThatIsOverOpensNothing() {
        Stand.get().edge().setAhead(Duration.ofMinutes(5));
        try {
            assertThat(open(link).status()).isEqualTo(403);
        } finally {
            Stand.get().edge().setAhead(Duration.ZERO);
        }
        assertThat(open(link).status()).isEqualTo(200);
    }

    @Test
    void nobodyElseGetsALink() {
        HttpVisit other = Visitors.signedIn(visit.home(), People.patient().email());
        assertThat(other.get("/photo/" + image + "/display").status()).isEqualTo(404);
    }

    @Test
    void thePageOfThisNodeShowsIt() {
        String path = "/consultation/" + People.consultation(patient, "By way of the edge");
        try (Visit home = Visit.start().signIn(patient.email()).open(path)) {
            home.fill("Message", "Look at this");
            home.field("Photos").setInputFiles(PhotoFiles.photo("edge.jpg", Color.BLUE));
            new Previews(home).awaitReady(1);
            home.press("Send");
            ThreadPhotos.photos(home, 1);
        }
        try (Visit elsewhere = Visit.at(visit.home()).signIn(patient.email()).open(path)) {
            ThreadPhotos.photos(elsewhere, 1);
        }
    }

    private static Answer open(URI link) {
        return HttpVisit.at(link).get(link.toString());
    }
}
