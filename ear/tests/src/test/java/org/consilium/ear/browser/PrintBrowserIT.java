package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paper shows the record alone: no menu, no form, no button. */
class PrintBrowserIT {

    private static final String[] NOT_ON_PAPER = {
        "Sign out",
        "Skip to content",
        "Privacy notice",
        "Español",
        "Send",
        "Add note",
        "Hand over",
        "Show more",
        "Search"
    };

    private final Person patient = People.patient();
    private final Person doctor = People.doctor(People.GENERAL);
    private String path;

    @BeforeEach
    void consultation() {
        String id = People.consultation(patient, "A rash on paper");
        People.take(id, doctor);
        path = "/consultation/" + id;
        String words = IntStream.range(0, 400).mapToObj(word -> "word" + word).reduce("", (a, b) -> a + " " + b);
        Records.change(
                "INSERT INTO message (public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key)"
                        + " SELECT ?, c.id, a.id, 'DOCTOR', ?, UTC_TIMESTAMP(6), UUID() FROM consultation c, account a"
                        + " WHERE c.public_id = ? AND a.email = ?",
                People.id(),
                "A long answer." + words + words,
                id,
                doctor.email());
    }

    @Test
    void aConsultationIsARecordForAColleague() {
        sendPhoto();
        try (Visit visit = Visit.of(doctor.email()).dark().open(path)) {
            visit.fill("Staff note", "A note for colleagues").press("Add note");
            assertThat(visit.notice()).hasText("Your note was added.");
            visit.fill("Message", "Half a sentence");
            PrintedPage record = PrintedPage.of(visit);
            assertThat(record.text())
                    .contains("A rash on paper", patient.name(), "born February 3, 1990", doctor.name(), "word399")
                    .contains("UTC", "Photo 1 / 1", "A note for colleagues", "The patient cannot see these.")
                    .doesNotContain(NOT_ON_PAPER)
                    .doesNotContain("Half a sentence");
            assertThat(record.photos()).isEqualTo(1);
            assertThat(record.sheets()).hasSizeGreaterThan(1);
            for (int sheet = 0; sheet < record.sheets().size(); sheet++) {
                assertThat(record.sheets().get(sheet).strip())
                        .contains((sheet + 1) + " / " + record.sheets().size());
            }
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.screenshot("printed-consultation");
        }
    }

    private void sendPhoto() {
        try (Visit visit = Visit.of(patient.email()).open(path)) {
            visit.fill("Message", "Look at this");
            visit.field("Photos").setInputFiles(PhotoFiles.photo("elbow.jpg", Color.PINK));
            new Previews(visit).awaitReady(1);
            visit.press("Send");
            ThreadPhotos.photos(visit, 1);
            PrintedPage own = PrintedPage.of(visit);
            assertThat(own.text())
                    .contains(patient.name(), "UTC", "Look at this")
                    .doesNotContain(NOT_ON_PAPER);
        }
    }

    @Test
    void anAccountingOfDisclosuresCanBeGivenOut() {
        String id = Records.text("SELECT public_id FROM account WHERE email = ?", patient.email());
        Person officer = People.privacyOfficer();
        Records.change(
                "INSERT INTO disclosure (patient_id, disclosed_on, recipient, description, purpose, entered_by, entered_at,"
                        + " form_key) VALUES (?, UTC_DATE(), 'County health department', 'Immunization dates',"
                        + " 'Public health reporting', ?, UTC_TIMESTAMP(6), UUID())",
                People.key(patient),
                People.key(officer));
        try (Visit visit = Visit.of(officer.email()).open("/privacy/disclosures/" + id)) {
            assertThat(PrintedPage.of(visit).text())
                    .contains(patient.name(), "County health department", "Immunization dates")
                    .doesNotContain(NOT_ON_PAPER)
                    .doesNotContain("Enter a disclosure");
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.screenshot("printed-disclosures");
        }
    }

    @Test
    void noOtherPagePrintsMenusAndForms() {
        try (Visit visit = Visit.of(doctor.email())) {
            visit.open("/queue?view=MINE");
            assertThat(PrintedPage.of(visit).text())
                    .contains("A rash on paper")
                    .containsIgnoringWhitespaces(patient.name())
                    .doesNotContain(NOT_ON_PAPER);
        }
        try (Visit visit = Visit.of(patient.email())) {
            assertThat(PrintedPage.of(visit).text())
                    .contains("A rash on paper", "UTC")
                    .doesNotContain(NOT_ON_PAPER);
        }
        try (Visit visit = Visit.of(People.administrator().email())) {
            visit.open(visit.searching("/people", patient.lastName()));
            assertThat(PrintedPage.of(visit).text())
                    .containsIgnoringWhitespaces(patient.name(), patient.email())
                    .doesNotContain(NOT_ON_PAPER)
                    .doesNotContain("Disable", "Invite staff");
        }
    }
}
