package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second node shows photos by way of the edge: who may see one gets a link to that one, for five minutes. */
class EdgeIT {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private Person patient;
    private PlainVisit visit;
    private String image;
    private URI link;

    @BeforeEach
    void photo() {
        patient = Hospital.patient();
        visit = PlainVisit.at(Stand.get().secondNode().address()).signedIn(patient.email());
        image = Uploads.send(PlainVisit.of(patient.email()), Pictures.jpeg(640, 480, Color.RED));
        link = URI.create(visit.get("/photo/" + image + "/display")
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    @Test
    void aLinkOpensThisPhotoAndLeavesNothingInTheBrowser() throws IOException, InterruptedException {
        assertThat(link.toString()).startsWith(Stand.get().edge().address().toString());
        HttpResponse<Void> answer = open(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    }

    @Test
    void anAlteredLinkOpensNothing() throws IOException, InterruptedException {
        String text = link.toString();
        String expires = text.replaceAll(".*Expires=(\\d+).*", "$1");
        assertThat(open(URI.create(text.replace("/display?", "/original?"))).statusCode())
                .as("another object")
                .isEqualTo(403);
        assertThat(open(URI.create(text.replace(expires, String.valueOf(Long.parseLong(expires) + 1))))
                        .statusCode())
                .as("for longer")
                .isEqualTo(403);
        assertThat(open(URI.create(text.replaceAll("Key-Pair-Id=[^&]*", "Key-Pair-Id=KSECOND")))
                        .statusCode())
                .as("in another key's name")
                .isEqualTo(403);
        assertThat(open(URI.create(text.substring(0, text.indexOf('?')))).statusCode())
                .as("not signed")
                .isEqualTo(403);
        assertThat(Long.parseLong(expires) - System.currentTimeMillis() / 1000).isLessThanOrEqualTo(300);
    }

    @Test
    void aLinkThatIsOverOpensNothing() throws IOException, InterruptedException {
        Stand.get().edge().setAhead(Duration.ofMinutes(5));
        try {
            assertThat(open(link).statusCode()).isEqualTo(403);
        } finally {
            Stand.get().edge().setAhead(Duration.ZERO);
        }
        assertThat(open(link).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseGetsALink() {
        PlainVisit other =
                PlainVisit.at(visit.home()).signedIn(Hospital.patient().email());
        assertThat(other.get("/photo/" + image + "/display").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageOfThisNodeShowsIt() {
        String path = "/consultation/" + Hospital.consultation(patient, "By way of the edge");
        try (Visit home = Visit.start().signIn(patient.email()).open(path)) {
            home.fill("Message", "Look at this");
            home.field("Photos").setInputFiles(Pictures.photo("edge.jpg", Color.BLUE));
            new Previews(home).awaitReady(1);
            home.press("Send");
            Messages.photos(home, 1);
        }
        try (Visit elsewhere = Visit.at(visit.home()).signIn(patient.email()).open(path)) {
            Messages.photos(elsewhere, 1);
        }
    }

    private static HttpResponse<Void> open(URI address) throws IOException, InterruptedException {
        return BROWSER.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    }
}
