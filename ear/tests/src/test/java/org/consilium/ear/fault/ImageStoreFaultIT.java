package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The image store is slow, refuses us, or cannot be reached: people write to each other all the same. */
class ImageStoreFaultIT {

    /** The nodes wait ten seconds for the store at most; a busy machine gets some more. */
    private static final Duration TOLD = Duration.ofSeconds(15);

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int UNAVAILABLE = 503;

    private final byte[] photo = SamplePhotos.disc(640, 480, Color.RED);
    private Cluster cluster;
    private HttpVisit patient;
    private String before;

    @BeforeEach
    void begin() {
        cluster = Cluster.whole();
        Person person = People.patient();
        patient = Visitors.signedIn(cluster.node(0).address(), person.email());
        before = Uploads.send(patient, photo);
    }

    @AfterEach
    void repair() {
        cluster.toStore().leadTo(Stand.get().s3().port());
        cluster.toStore().pass();
    }

    @Test
    void itIsGone() throws InterruptedException {
        assertOutage(cluster.toStore()::refuse);
    }

    @Test
    void itSwallowsWhatIsSent() throws InterruptedException {
        assertOutage(cluster.toStore()::swallow);
    }

    @Test
    void itRefusesUs() throws IOException, InterruptedException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        refusing.start();
        try {
            assertOutage(() -> cluster.toStore().leadTo(refusing.getAddress().getPort()));
        } finally {
            refusing.stop(0);
        }
    }

    private void assertOutage(Runnable fault) throws InterruptedException {
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            ledger.awaitMore(3);
            fault.run();
            long begin = System.nanoTime();
            Answer refused = Uploads.ticket(patient, photo, "");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TOLD);
            assertThat(refused.status()).isEqualTo(UNAVAILABLE);
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(refused.body()).contains("Your text is still here.");
            assertEverybodyWrites(ledger);
            assertThat(patient.get("/photo/" + before + "/display").status())
                    .as("a link needs no store")
                    .isEqualTo(303);
            repair();
            assertGoesOn(ledger);
        }
    }

    /** Each answer comes five seconds late: some photos are taken, some are to come again, and nothing else is slow. */
    @Test
    void itIsSlow() throws InterruptedException {
        try (Ledger ledger = Ledger.open(cluster.balancer().address())) {
            ledger.awaitMore(3);
            cluster.toStore().delay(Duration.ofSeconds(5));
            assertThat(Uploads.ticket(patient, photo, "").status()).isIn(201, UNAVAILABLE);
            assertEverybodyWrites(ledger);
            repair();
            assertGoesOn(ledger);
        }
    }

    private static void assertEverybodyWrites(Ledger ledger) {
        ledger.awaitMore(10);
        assertThat(ledger.failures()).isEmpty();
    }

    private void assertGoesOn(Ledger ledger) throws InterruptedException {
        await().atMost(RECOVERY).until(() -> Uploads.ticket(patient, photo, "").status() == 201);
        assertThat(Uploads.look(patient, Uploads.send(patient, photo), "display"))
                .isNotEmpty();
        assertThat(Uploads.look(patient, before, "full")).isNotEmpty();
        ledger.settle();
    }
}
