package org.consilium.ear.seal;

import java.net.URI;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.demo.DemoData;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HttpVisit;

/** Nodes with the demo's people and a trail of their own. */
final class SealedHospital {
    private static final String DOCTOR = "doctor@example.org";
    private static final String OFFICER = "privacy@example.org";

    private final String name;
    private final StoredTrail trail;

    SealedHospital(String name) {
        this.name = name;
        trail = StoredTrail.of(Stand.get().database(name));
    }

    /** The first one brings the tables. */
    Node start(int number) {
        Node node = Node.start(
                        Stand.get().workspace(),
                        NodeSettings.of(name + "-node-" + number, Ports.free())
                                .with(Stand.get().configuration(name))
                                .with("consilium.server.session-keys", Stand.SESSION_KEY))
                .awaitReady();
        new DemoData(Stand.get().database(name), Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET)).load();
        return node;
    }

    static HttpVisit officer(URI home) {
        return Visitors.signedIn(home, OFFICER);
    }

    /** A clinician who looks at pages, each of which is an entry. */
    static HttpVisit doctor(URI home) {
        return Visitors.signedIn(home, DOCTOR);
    }

    static void look(HttpVisit doctor, int times) {
        for (int i = 0; i < times; i++) {
            if (!doctor.get("/queue").isPage()) {
                throw new AssertionError("no queue");
            }
        }
    }

    StoredTrail trail() {
        return trail;
    }
}
