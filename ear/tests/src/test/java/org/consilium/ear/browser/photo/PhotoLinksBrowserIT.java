package org.consilium.ear.browser.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread shows its photos without asking the node for any, and asks once for all when their links have run out. */
class PhotoLinksBrowserIT {

    private Person patient;
    private String consultation;

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
            visit.press("Send");
            assertThat(visit.content()).containsText("Your message was sent.");
        }
    }

    @Test
    void aThreadShowsItsPhotosWithoutAskingTheNode() {
        try (Visit visit = Visit.of(patient.email())) {
            List<String> asked = asked(visit);
            visit.open(consultation);
            ThreadPhotos.photos(visit, 2);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aPageWhoseLinksHaveRunOutAsksOnceForAll() {
        try (Visit visit = Visit.of(patient.email()).expect(403)) {
            List<String> asked = asked(visit);
            visit.page().route("**/thumbnail?**", route -> {
                if (asked.isEmpty()) {
                    route.fulfill(new Route.FulfillOptions().setStatus(403));
                } else {
                    route.resume();
                }
            });
            visit.open(consultation);
            ThreadPhotos.photos(visit, 2);
            assertThat(asked).hasSize(1).allMatch(address -> address.contains("/photos/links?id="));
        }
    }

    /** The page's requests to the node for photos. */
    private static List<String> asked(Visit visit) {
        List<String> asked = new CopyOnWriteArrayList<>();
        visit.page().onRequest((Request request) -> {
            String path = request.url().replaceFirst("https?://[^/]+", "");
            if (path.startsWith("/photo/") || path.startsWith("/photos/")) {
                asked.add(path);
            }
        });
        return asked;
    }
}
