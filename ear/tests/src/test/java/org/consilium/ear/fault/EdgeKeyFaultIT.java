package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashSet;
import java.util.Set;
import org.consilium.ear.browser.Hospital;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.browser.Pictures;
import org.consilium.ear.browser.PlainVisit;
import org.consilium.ear.browser.Uploads;
import org.consilium.ear.stand.StandInEdge;
import org.junit.jupiter.api.Test;

/**
 * The key is exchanged by which links to photos are signed: some nodes sign with the new one already, and none breaks.
 */
class EdgeKeyFaultIT {

    private static final int LOOKS = 12;

    @Test
    void noPhotoIsBrokenInTheOverlap() {
        Cluster cluster = Cluster.whole();
        Person person = Hospital.patient();
        PlainVisit patient = PlainVisit.at(cluster.balancer().address()).signedIn(person.email());
        String photo = Uploads.send(patient, Pictures.jpeg(640, 480, Color.RED));
        Set<String> signedWith = new HashSet<>();
        for (int look = 0; look < LOOKS; look++) {
            String link = patient.get("/photo/" + photo + "/display")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            signedWith.add(link.replaceAll(".*Key-Pair-Id=([^&]*).*", "$1"));
            assertThat(Uploads.look(patient, photo, "thumbnail")).isNotEmpty();
        }
        assertThat(signedWith).containsExactlyInAnyOrder(StandInEdge.FIRST, StandInEdge.SECOND);
    }
}
