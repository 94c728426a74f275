package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** A node ends and another begins: what people have written and sent is all there. */
class RestartBrowserIT {

    @Test
    void aConsultationAndItsPhotoOutliveTheNode() {
        Person patient = Hospital.patient();
        String id = Hospital.consultation(patient, "Before the restart");
        int first = Stand.get().node().port();
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", "Written before the restart.");
            visit.field("Photos").setInputFiles(Pictures.photo("before.jpg", Color.RED));
            new Previews(visit).awaitReady(1);
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
        }

        Stand.get().stopNode();

        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            assertThat(Stand.get().node().port()).as("another node").isNotEqualTo(first);
            assertThat(visit.content()).containsText("Written before the restart.");
            Messages.photos(visit, 1);
            visit.fill("Message", "Written after it.").press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
        }
        assertThat(Records.messagesIn(id)).isEqualTo(3);
    }
}
