package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that none of our pages sends to the upload API. */
class UploadRequestsIT {

    private static final String PHOTOS = "/photos";
    private static final int MOST_READ = 4096;

    private static HttpVisit stranger;
    private static HttpVisit patient;

    @BeforeAll
    static void signIn() {
        stranger = HttpVisit.at(Stand.get().node().address());
        patient = Visitors.signedIn(People.patient().email());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /photos, 405",
        "GET, /photos/, 405",
        "PUT, /photos, 405",
        "DELETE, /photos, 405",
        "OPTIONS, /photos, 405",
        "HEAD, /photos, 405",
        "PUT, /photos/unknown, 405",
        "PATCH, /photos/unknown/more, 405",
        "OPTIONS, /photos/unknown, 405",
        "HEAD, /photos/unknown, 405",
        "GET, /photos/unknown, 404",
        "GET, /photos/unknown/, 404",
        "GET, /photos/unknown/thumbnail, 404",
        "GET, /photos/application.wadl, 404",
        "POST, /photos/unknown, 404",
        "DELETE, /photos/unknown, 404",
        "GET, /photos/%7Bid%7D, 404",
        "GET, /photos;x=1, 404"
    })
    void haveTheirStatus(String method, String path, int status) {
        Answer answer = patient.send(method, path, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Allow")).isEmpty();
        assertThat(answer.headers().allValues("Content-Type"))
                .allSatisfy(type -> assertThat(type).startsWith("text/html"));
    }

    @ParameterizedTest
    @CsvSource({"POST, /photos", "GET, /photos", "OPTIONS, /photos/x", "GET, /photos/x", "DELETE, /photos/x"})
    void areRefusedBeforeAnythingElse(String method, String path) {
        String body = method.equals("POST") ? "{}" : "";
        Answer refused = stranger.send(method, path, body);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(refused.body()).matches("\\{\"message\":\"[^\"]+\"}");

        Answer foreign = patient.send(method, path, body, "Origin", "https://evil.example.org");
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.header("Content-Type").orElse("")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "5",
                "{",
                "{}",
                "no JSON",
                "{\"bytes\":\"many\"}",
                "{\"more\":{",
                "{\"more\":["
            })
    void areNoPhotos(String body) {
        Answer answer = patient.send("POST", PHOTOS, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void mayDescribeAPhotoThatIsTooLarge() {
        Answer answer = patient.send("POST", PHOTOS, "{\"bytes\":52428801}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).matches("\\{\"message\":\"[^\"]+\"}");
    }

    @Test
    void areReadAsJsonWhateverTheirHeadersSay() {
        Answer answer = patient.send("POST", PHOTOS, photo(), "Content-Type", "text/plain", "Accept", "text/html");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).contains("application/json;charset=UTF-8");
    }

    @Test
    void areReadNoFurtherThanAPhotoNeeds() {
        Answer answer = patient.send("POST", PHOTOS, " ".repeat(MOST_READ) + photo());
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    private static String photo() {
        byte[] picture = SamplePhotos.disc(40, 30, Color.GRAY);
        return new String(Uploads.description(picture, Uploads.sha256(picture), ""), StandardCharsets.UTF_8);
    }
}
