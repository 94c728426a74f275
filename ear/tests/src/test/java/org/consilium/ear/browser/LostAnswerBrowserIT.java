package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.awt.Color;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was sent arrived, but its answer did not: the page is opened again with the draft. Sent as it is, it counts
 * once; corrected, it changes nothing, the person learns what became of the first, and may send it as well.
 */
class LostAnswerBrowserIT {

    private static final int CONFLICT = 409;
    private static final String NEW = "/consultation/new";
    private static final String REUSED = "This form was sent before with different content";
    private static final String SHOW = "Show what was sent";

    private Person patient;

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    @Test
    void aConsultationThatIsCorrectedLeadsToTheOneThatWasSent() {
        try (Visit visit = Visit.of(patient.email()).expect(CONFLICT).open(NEW)) {
            fillIn(visit, "It itches.");
            lose(visit, "Send to the clinic");
            assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);

            visit.open(NEW);
            assertThat(visit.field("Describe it")).hasValue("It itches.");
            visit.fill("Describe it", "It itches a lot.").press("Send to the clinic");
            assertThat(visit.alert()).containsText(REUSED);
            assertThat(visit.field("Describe it")).hasValue("It itches a lot.");
            assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
            visit.link(SHOW).click();
            assertThat(visit.heading("Lost answer")).isVisible();
            assertThat(visit.content()).containsText("It itches.");

            visit.open(NEW);
            assertThat(visit.field("Describe it")).hasValue("It itches a lot.");
            visit.press("Send to the clinic");
            assertThat(visit.notice()).containsText("Your consultation was sent.");
            assertThat(visit.content()).containsText("It itches a lot.");
        }
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(2);
    }

    /** A correction of what the key of the first message does not cover. */
    @Test
    void aTitleThatIsCorrectedIsNoErrorEither() {
        try (Visit visit = Visit.of(patient.email()).expect(CONFLICT).open(NEW)) {
            fillIn(visit, "It itches.");
            lose(visit, "Send to the clinic");
            visit.open(NEW);
            assertThat(visit.field("Describe it")).hasValue("It itches.");
            visit.fill("What is troubling you?", "Itching")
                    .choose("How bad is it?", "Severe")
                    .press("Send to the clinic");
            assertThat(visit.alert()).containsText(REUSED);
            assertThat(visit.link(SHOW)).isVisible();
        }
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    @Test
    void aConsultationWithAPhotoThatIsSentAgainAsItWasCountsOnce() {
        try (Visit visit = Visit.of(patient.email()).open(NEW)) {
            fillIn(visit, "See the photo.");
            visit.field("Photos").setInputFiles(PhotoFiles.photo("arm.jpg", Color.RED));
            new Previews(visit).awaitReady(1);
            lose(visit, "Send to the clinic");
            visit.open(NEW);
            new Previews(visit).awaitReady(1);
            visit.press("Send to the clinic");
            assertThat(visit.notice()).containsText("Your consultation was sent.");
        }
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    @Test
    void aMessageThatIsCorrectedIsSentAsWellIfThePersonWants() {
        String id = People.consultation(patient, "Lost message");
        try (Visit visit = Visit.of(patient.email()).expect(CONFLICT).open("/consultation/" + id)) {
            visit.fill("Message", "It hurts.");
            lose(visit, "Send");
            visit.open("/consultation/" + id);
            assertThat(visit.field("Message")).hasValue("It hurts.");
            visit.fill("Message", "It hurts a lot.").press("Send");
            assertThat(visit.alert()).containsText(REUSED);
            assertThat(visit.content().locator(".entries")).containsText("It hurts.");
            assertThat(Records.messagesIn(id)).isEqualTo(2);
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
        }
        assertThat(Records.messagesIn(id)).isEqualTo(3);
    }

    @Test
    void aNoteThatIsCorrectedIsAddedAsWellIfTheClinicianWants() {
        String id = People.consultation(patient, "Lost note");
        Person nurse = People.nurse(People.GENERAL);
        try (Visit visit = Visit.of(nurse.email()).expect(CONFLICT).open("/consultation/" + id)) {
            visit.fill("Staff note", "Ask for the dose.");
            lose(visit, "Add note");
            visit.open("/consultation/" + id);
            assertThat(visit.field("Staff note")).hasValue("Ask for the dose.");
            visit.fill("Staff note", "Ask for the allergy.").press("Add note");
            assertThat(visit.alert()).containsText(REUSED);
            assertThat(visit.content().locator(".notes")).containsText("Ask for the dose.");
            visit.press("Add note");
            assertThat(visit.content().locator(".notes li")).hasCount(2);
        }
        assertThat(Records.notesIn(id)).isEqualTo(2);
    }

    @Test
    void aClosingCannotBeSentAgainAndIsShown() {
        String id = People.consultation(patient, "Lost closing");
        Person doctor = People.doctor(People.GENERAL);
        People.take(id, doctor);
        try (Visit visit = Visit.of(doctor.email()).open("/consultation/" + id)) {
            visit.fill("Summary", "A harmless rash.").fill("Instructions for the patient", "Use the cream.");
            lose(visit, "Close consultation");
            visit.open("/consultation/" + id);
            assertThat(visit.content().locator(".entry.summary")).containsText("Use the cream.");
            assertThat(visit.button("Close consultation")).hasCount(0);
        }
    }

    private static void fillIn(Visit visit, String description) {
        visit.fill("What is troubling you?", "Lost answer")
                .fill("Describe it", description)
                .choose("Where on the body", "Skin")
                .choose("How bad is it?", "Mild");
    }

    /** Sends the form; it arrives, and the connection breaks before the answer. */
    private static void lose(Visit visit, String button) {
        Predicate<String> anyAddress = address -> true;
        AtomicBoolean lost = new AtomicBoolean();
        visit.page().route(anyAddress, route -> {
            if (route.request().method().equals("POST")) {
                route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                route.abort();
                lost.set(true);
            } else {
                route.resume();
            }
        });
        visit.press(button);
        visit.page().waitForCondition(lost::get);
        visit.page().unroute(anyAddress);
    }
}
