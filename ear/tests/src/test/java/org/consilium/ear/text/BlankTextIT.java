package org.consilium.ear.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks blank is no text, in every field that needs one. */
class BlankTextIT {

    private static final String FILL_IN = "Please fill this in.";

    @ParameterizedTest
    @ValueSource(strings = {"\u3000", "\u00A0", "\u200B", "\u3164", "\u0301\u0327", "\u2800", "\uFEFF", "\u202E\u2069"})
    void noConsultationAndNoPersonIsWithoutText(String blank) {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", blank)
                .with("description", blank.repeat(3))
                .with("bodySite", "ARM")
                .with("severity", "MILD");
        // each in the summary and at its field
        assertThat(visit.post("/consultation/new", form).body().split(FILL_IN, -1))
                .hasSize(5);
        assertThat(Records.consultationsOf(patient.email())).isZero();
        Registration nameless = Registration.of(blank, blank);
        assertThat(nameless.send().body()).contains("Please fill this in. If you have only one name, enter it here.");
        assertThat(Records.registrations(nameless.email())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u3000", "\u200B", "\u3164"})
    void fifteenOfThemAreNoPassword(String blank) {
        Registration registration = Registration.of("Ines", "Itch").with(blank.repeat(15));
        assertThat(registration.send().body()).contains("Spaces alone are not a password.");
        assertThat(Records.registrations(registration.email())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\\u3164", "\\u0301"})
    void aPhotoWhoseDescriptionIsBlankHasNone(String blank) {
        Person patient = People.patient();
        String path = "/consultation/" + People.consultation(patient, "Blank");
        HttpVisit visit = Visitors.signedIn(patient.email());
        String photo = Uploads.send(visit, SamplePhotos.disc(80, 60, Color.PINK));
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply")
                .with("message", "Look")
                .with("photo-ids", photo)
                .with("photo-notes", "{\"" + photo + "\":{\"text\":\"" + blank + "\"}}");
        assertThat(visit.post(path, form).isDone()).isTrue();
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM message_image WHERE image_id = ? AND description IS NULL", photo))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3164"})
    void aPersonMayHaveOneName(String none) {
        String name = Registration.word();
        Registration registration = Registration.of(none, name);
        registration.open();
        HttpVisit visit = Visitors.signedIn(registration.email());
        assertThat(visit.get("/consultations").body()).contains(">" + name + "<");
        assertThat(Records.text(
                        "SELECT CONCAT('[', first_name, '|', last_name, ']') FROM account WHERE email = ?",
                        registration.email()))
                .isEqualTo("[|" + name + "]");
        HttpVisit office = Visitors.signedIn(People.administrator().email());
        assertThat(office.get(Visitors.search(office, "/people", name)).body()).contains(">" + name + "<");
    }
}
