package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashSet;
import java.util.Set;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.StandInEdge;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;

/**
 * The key is exchanged by which links to photos are signed: some nodes sign with the new one already, and none breaks.
 */
class EdgeKeyFaultIT {

    private static final int LOOKS = 12;

    @Test
    void noPhotoIsBrokenInTheOverlap() {
        Cluster cluster = Cluster.whole();
        Person person = People.patient();
        HttpVisit patient = Visitors.signedIn(cluster.balancer().address(), person.email());
        String photo = Uploads.send(patient, SamplePhotos.disc(640, 480, Color.RED));
        Set<String> signedWith = new HashSet<>();
        for (int look = 0; look < LOOKS; look++) {
            String link = patient.get("/photo/" + photo + "/display")
                    .header("Location")
                    .orElseThrow();
            signedWith.add(link.replaceAll(".*Key-Pair-Id=([^&]*).*", "$1"));
            assertThat(Uploads.look(patient, photo, "thumbnail")).isNotEmpty();
        }
        assertThat(signedWith).containsExactlyInAnyOrder(StandInEdge.FIRST, StandInEdge.SECOND);
    }
}
