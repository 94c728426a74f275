package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Trail.Row;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Photos of several consultations that are shown together are on record once for each of these, with the relation by
 * which the reader reaches it.
 */
class PhotoEntriesIT {

    private Person patient;
    private Person doctor;
    private HttpVisit sender;
    private HttpVisit reader;
    private String first;
    private String second;
    private String third;

    /** Consultations about the same part of the body; the doctor is asked in to the third. */
    @BeforeEach
    void people() {
        patient = People.patient();
        doctor = People.doctor(People.GENERAL);
        first = People.consultation(patient, "The first");
        second = People.consultation(patient, "The second");
        third = People.consultation(patient, "The third");
        Records.change(
                "UPDATE consultation SET team_id = (SELECT id FROM team WHERE public_id = ?) WHERE public_id = ?",
                People.SKIN,
                third);
        var unused = People.grant().asking(third, People.key(doctor), People.key(People.doctor(People.SKIN)));
        sender = Visitors.signedIn(patient.email());
        reader = Visitors.signedIn(doctor.email());
    }

    @Test
    void thoseThatAPhotoCanBeComparedWithOnItsPage() {
        String photo = send(first);
        send(first);
        send(second);
        send(second);
        send(third);
        long before = Trail.newest();
        assertThat(reader.get("/image/" + photo).status()).isEqualTo(200);
        List<Row> rows = Trail.of(People.key(doctor), before);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.step()).isEqualTo("PHOTO SEE_IMAGE DONE");
            assertThat(row.patient()).isEqualTo(People.key(patient));
            assertThat(row.request()).isEqualTo(rows.getFirst().request());
        });
        assertThat(rows.stream().map(PhotoEntriesIT::shown))
                .containsExactlyInAnyOrder(
                        photo + " CARE_TEAM null", second + " CARE_TEAM results=2", third + " ASKED_IN results=1");
    }

    @Test
    void thoseOfWhichTheLinksAreRenewed() {
        String photos = String.join("&id=", send(first), send(first), send(third));
        long before = Trail.newest();
        assertThat(reader.get("/photos/links?id=" + photos, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(Trail.of(People.key(doctor), before).stream().map(PhotoEntriesIT::shown))
                .containsExactlyInAnyOrder(first + " CARE_TEAM results=2", third + " ASKED_IN results=1");
    }

    private String send(String consultation) {
        return Uploads.sendWithMessage(sender, SamplePhotos.disc(400, 300, Color.BLUE), consultation);
    }

    private static String shown(Row row) {
        return row.record() + ' ' + row.relation() + ' ' + row.detail();
    }
}
