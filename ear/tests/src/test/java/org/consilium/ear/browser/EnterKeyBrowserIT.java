package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Enter key in a field of one line does not send a form that somebody still writes. */
class EnterKeyBrowserIT {

    private static final String TITLE = "What is troubling you?";
    private static final String CLEAN = "Remove location and camera details from the photos";

    private Person patient;

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    @Test
    void inWhatAPhotoShowsItDoesNotSendTheMessage() {
        String id = People.consultation(patient, "Enter in a note");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", "Not finished");
            visit.field("Photos").setInputFiles(PhotoFiles.photo("arm.jpg", Color.RED));
            new Previews(visit).awaitReady(1);
            Locator shows = visit.field("What it shows: arm.jpg");
            shows.fill("My arm");
            assertNotSent(visit, List.of(shows, visit.field(CLEAN)));
            assertThat(visit.field("Message")).hasValue("Not finished");
        }
        assertThat(Records.messagesIn(id)).isEqualTo(1);
    }

    @Test
    void inAnyFieldOfANewConsultationItDoesNotSend() {
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            fillIn(visit);
            assertNotSent(visit, List.of(visit.field(TITLE), visit.field("When did it start?"), visit.field(CLEAN)));
        }
        assertThat(Records.consultationsOf(patient.email())).isZero();
    }

    private static void fillIn(Visit visit) {
        visit.fill(TITLE, "Not finished")
                .fill("Describe it", "Not finished")
                .choose("Where on the body", "Skin")
                .choose("How bad is it?", "Mild");
    }

    private static void assertNotSent(Visit visit, List<Locator> fields) {
        String address = visit.page().url();
        AtomicInteger sent = new AtomicInteger();
        visit.page().onRequest(request -> {
            if (request.isNavigationRequest()) {
                sent.incrementAndGet();
            }
        });
        fields.forEach(field -> field.press("Enter"));
        // the browser answers after what the keys have begun
        visit.page().title();
        assertThat(sent).as("forms sent").hasValue(0);
        assertThat(visit.page().url()).isEqualTo(address);
    }
}
