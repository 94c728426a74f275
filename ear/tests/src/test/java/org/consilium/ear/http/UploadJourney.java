package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.consilium.ear.http.Uploads.Ticket;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a photo is sent: the same by way of every node, however that stores it. */
abstract class UploadJourney {

    static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8};

    Person patient;
    HttpVisit home;
    byte[] photo;

    /** Where it is sent by way of. */
    abstract URI node();

    @BeforeEach
    void photo() {
        patient = People.patient();
        home = Visitors.signedIn(node(), patient.email());
        photo = SamplePhotos.disc(640, 480, Color.RED);
    }

    @Test
    void isSeenOnceItIsCheckedAndTheNodeKeepsNothingOfItsWay() {
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, ""));
        assertThat(home.get("/photo/" + ticket.id() + "/display").status()).isEqualTo(404);
        assertThat(Uploads.complete(home, ticket)).as("nothing was sent").isEqualTo("INCOMPLETE");
        Uploads.putAll(ticket, photo);
        assertThat(home.get("/photo/" + ticket.id() + "/display").status()).isEqualTo(404);
        assertThat(Uploads.complete(home, ticket)).isEqualTo("READY");
        assertThat(Uploads.complete(home, ticket)).as("said twice").isEqualTo("READY");
        assertThat(Uploads.look(home, ticket.id(), "display")).startsWith(JPEG);
        assertThat(Records.number("SELECT COUNT(*) FROM image_upload WHERE image_id = ?", ticket.id()))
                .isZero();
    }

    @Test
    void aTicketIsForThisPhotoAlone() {
        Ticket ticket = Ticket.of(Uploads.ticket(home, photo, ""));
        URI place = ticket.parts().get(0);
        byte[] other = photo.clone();
        other[other.length / 2] ^= 1;
        assertThat(Uploads.put(place, photo, other)).as("other bytes").isEqualTo(400);
        assertThat(Uploads.put(place, other, other)).as("with their checksum").isEqualTo(403);
        assertThat(Uploads.put(place, photo, Arrays.copyOf(photo, photo.length + 1)))
                .as("a byte more")
                .isIn(400, 403);
        String key = place.getPath().substring(place.getPath().lastIndexOf('/') + 1);
        assertThat(Uploads.put(URI.create(place.toString().replace(key, People.id())), photo, photo))
                .as("another key")
                .isEqualTo(403);
        assertThat(Uploads.put(URI.create(place.toString().replace("Expires=600", "Expires=601")), photo, photo))
                .as("for longer")
                .isEqualTo(403);
        assertThat(Uploads.complete(home, ticket)).isEqualTo("INCOMPLETE");
    }

    @Test
    void goesOnWhereItBrokeOff() {
        byte[] large = Arrays.copyOf(photo, Uploads.PART + 100_000);
        Ticket ticket = Ticket.of(Uploads.ticket(home, large, ""));
        List<byte[]> parts = Uploads.parts(large);
        assertThat(Uploads.put(ticket.parts().get(0), parts.get(0), parts.get(0)))
                .isEqualTo(200);

        Ticket again = Ticket.of(Uploads.ticket(home, large, ""));
        assertThat(again.id()).isEqualTo(ticket.id());
        assertThat(again.there()).containsExactly(1);
        assertThat(Uploads.put(again.parts().get(1), parts.get(1), parts.get(1)))
                .isEqualTo(200);
        assertThat(Uploads.complete(home, again)).isEqualTo("READY");
    }
}
