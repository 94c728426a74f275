package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.consilium.ear.browser.Hospital;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.browser.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.local.MariaDb;
import org.consilium.local.Node;
import org.consilium.local.NodeSettings;
import org.consilium.local.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database fails over, and a replica that a node reads from falls behind and dies: nobody misses what was written.
 */
class DatabaseFaultIT {

    /** Twice as long as it may take from a commit until it is seen in the replica. */
    private static final Duration LAG = Duration.ofSeconds(10);

    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 503;

    private static int port;
    private static FaultProxy toPrimary;
    private static MariaDb replica;
    private static Node node;
    private static Person patient;
    private static String consultation;

    @BeforeAll
    static void start() {
        Stand stand = Stand.get();
        // brings the tables and the demo's people
        var unused = stand.node();
        port = Ports.free();
        replica = stand.mariaDb().startReplica(stand.workspace(), port);
        MariaDb primary = stand.mariaDb();
        toPrimary = FaultProxy.before(primary.port());
        String address =
                primary.url(MariaDb.DEFAULT_DATABASE).replace(":" + primary.port() + "/", ":" + toPrimary.port() + "/");
        node = Node.start(
                        stand.workspace(),
                        NodeSettings.of("node-with-replica", Ports.free())
                                .with(stand.configuration(MariaDb.DEFAULT_DATABASE))
                                .with("consilium.database.url", address)
                                .with("consilium.database.replica-url", replica.url(MariaDb.DEFAULT_DATABASE)))
                .awaitReady();
        patient = Hospital.patient();
        consultation = Hospital.consultation(patient, "Read in two places");
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.stop();
        }
        if (toPrimary != null) {
            toPrimary.close();
        }
        if (replica != null) {
            replica.close();
        }
    }

    /** Gives the replica words of its own, once it has those of the primary, and sees whose are shown. */
    private static void assertReading(Window window, boolean fromReplica) {
        String here = " WHERE c.public_id = '" + consultation + "'";
        replica.execute(List.of(
                "UPDATE consilium.consultation c SET c.title = 'Read in the replica'" + here,
                "UPDATE consilium.message m JOIN consilium.consultation c ON c.id = m.consultation_id"
                        + " SET m.body = 'As the replica has it'" + here));
        assertThat(window.get("/consultation/" + consultation).body().contains("As the replica has it"))
                .isEqualTo(fromReplica);
        assertThat(window.get("/consultations").body().contains("Read in the replica"))
                .isEqualTo(fromReplica);
    }

    private static void awaitReading(Window window, boolean fromReplica) {
        await("pages from the " + (fromReplica ? "replica" : "primary"))
                .atMost(NOTICED)
                .untilAsserted(() -> assertReading(window, fromReplica));
    }

    @Test
    void whatMayBeAMomentOldIsReadThere() {
        Window window = Window.signedIn(node.address(), patient);
        awaitReading(window, true);

        replica.follow(false);
        awaitReading(window, false);

        replica.follow(true);
        awaitReading(window, true);
    }

    /** It answers who somebody is and what they may see; the rest is most of the work. */
    @Test
    void thePrimaryHasLessToDo() {
        Window window = Window.signedIn(node.address(), patient);
        awaitReading(window, true);
        long some = fewestQuestions(window);
        replica.follow(false);
        awaitReading(window, false);
        long all = fewestQuestions(window);
        replica.follow(true);

        assertThat(some).as("of %d", all).isPositive().isLessThanOrEqualTo(all / 3);
    }

    /** What one page of each kind asks the primary; the timers of the nodes ask now and then, too. */
    private static long fewestQuestions(Window window) {
        return LongStream.range(0, 7)
                .map(time -> {
                    long before = questions();
                    window.get("/consultation/" + consultation);
                    window.get("/consultations");
                    return questions() - before - 1;
                })
                .min()
                .orElseThrow();
    }

    private static long questions() {
        return Records.number(
                "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'COM_SELECT'");
    }

    @Test
    void nobodyMissesWhatWasWrittenWhileItIsBehind() throws InterruptedException {
        replica.follow(false);
        try (Ledger ledger = Ledger.open(node.address())) {
            ledger.slowDown();
            await("a while").pollDelay(LAG).atMost(LAG.multipliedBy(2)).until(() -> ledger.acknowledged() > 0);
            replica.follow(true);
            ledger.awaitMore(20);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        } finally {
            replica.follow(true);
        }
    }

    /** As a standby in another zone takes over: connections are cut, and for a while none is taken. */
    @Test
    void whoWritesWhileTheDatabaseFailsOverIsToldToComeAgain() throws InterruptedException {
        try (Ledger ledger = Ledger.open(node.address())) {
            ledger.awaitMore(10);
            toPrimary.refuse();
            awaitReady(UNAVAILABLE);
            await("somebody is told")
                    .atMost(RECOVERY)
                    .until(() -> ledger.failures().size() > 3);
            toPrimary.pass();
            awaitReady(200);
            ledger.awaitMore(20);
            assertThat(ledger.failures()).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(UNAVAILABLE);
                assertThat(answer.retryAfter()).isNotEmpty();
                assertThat(answer.time()).isLessThan(Inquirer.SOON.multipliedBy(2));
            });
            ledger.settle();
        } finally {
            toPrimary.pass();
        }
    }

    private static void awaitReady(int status) {
        Window balancer = Window.at(node.address());
        await("readiness " + status)
                .atMost(RECOVERY)
                .until(() -> balancer.get("/health/ready").status() == status);
    }

    /** In the seconds before the node knows that its replica is behind. */
    @Test
    void whoIsToldOfAChangeFindsIt() {
        Correspondent writer = Correspondent.signedIn(node.address());
        Window doctor = Window.signedIn(node.address(), Hospital.doctor(Hospital.GENERAL));
        awaitReading(Window.signedIn(node.address(), patient), true);
        replica.follow(false);
        try {
            writer.step();
            assertThat(writer.acknowledged()).isEqualTo(1);
            assertThat(doctor.get(writer.path()).body())
                    .contains("Letter 1 of " + writer.person().lastName());
        } finally {
            replica.follow(true);
        }
    }

    @Test
    void nobodyIsToldToComeAgainWhenItDies() throws InterruptedException {
        try (Ledger ledger = Ledger.open(node.address())) {
            ledger.awaitMore(20);
            replica.process().kill();
            ledger.awaitMore(20);
            replica = Stand.get().mariaDb().startReplica(Stand.get().workspace(), port);
            ledger.awaitMore(20);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        }
    }
}
