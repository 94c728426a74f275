package org.consilium.ear.fault;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.ear.stand.BackEndLog;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.node.Node;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database fails over, and replicas that a node reads from fall behind and die: nobody misses what was written. */
class DatabaseFaultIT {

    /** Twice as long as it may take from a commit until it is seen in the replica. */
    private static final Duration LAG = Duration.ofSeconds(10);

    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 503;

    private static ReplicatedNode stand;
    private static Node node;
    private static Person patient;
    private static String consultation;

    @BeforeAll
    static void start() {
        stand = ReplicatedNode.get();
        node = stand.node();
        patient = People.patient();
        consultation = People.consultation(patient, "Read in two places");
    }

    /** Gives the replicas words of their own, once they have those of the primary, and sees which are shown. */
    private static void assertReading(HttpVisit visit, boolean fromReplica) {
        for (int index = 0; index < 2; index++) {
            say(index, "As the replica has it");
        }
        assertThat(visit.get("/consultation/" + consultation).body().contains("As the replica has it"))
                .isEqualTo(fromReplica);
        assertThat(visit.get("/consultations").body().contains("Read in the replica"))
                .isEqualTo(fromReplica);
    }

    private static void say(int index, String text) {
        String here = " WHERE c.public_id = '" + consultation + "'";
        stand.replicas()
                .get(index)
                .execute(List.of(
                        "UPDATE consilium.consultation c SET c.title = 'Read in the replica'" + here,
                        "UPDATE consilium.message m JOIN consilium.consultation c ON c.id = m.consultation_id"
                                + " SET m.body = '" + text + "'" + here));
    }

    private static void awaitReading(HttpVisit visit, boolean fromReplica) {
        await("pages from the " + (fromReplica ? "replica" : "primary"))
                .atMost(NOTICED)
                .untilAsserted(() -> assertReading(visit, fromReplica));
    }

    /** Or the node would not have started. */
    @Test
    void migrationsMayTakeLongerThanAPageWaits() {
        assertThat(stand.slowSchema().hasBeenWaitedFor()).isTrue();
    }

    @Test
    void whatMayBeAMomentOldIsReadThere() {
        HttpVisit visit = Visitors.signedIn(node.address(), patient);
        awaitReading(visit, true);

        stand.follow(false);
        awaitReading(visit, false);

        stand.follow(true);
        awaitReading(visit, true);
    }

    /** It answers who somebody is and what they may see; the rest is most of the work. Both put the page on record. */
    @Test
    void thePrimaryHasLessToRead() {
        HttpVisit visit = Visitors.signedIn(node.address(), patient);
        awaitReading(visit, true);
        long some = fewestReads(visit);
        stand.follow(false);
        awaitReading(visit, false);
        long all = fewestReads(visit);
        stand.follow(true);

        assertThat(some).as("of %d", all).isPositive().isLessThanOrEqualTo(all / 3);
    }

    /** What one page of each kind asks the primary; the timers of the nodes ask now and then, too. */
    private static long fewestReads(HttpVisit visit) {
        return IntStream.range(0, 7)
                .mapToLong(time -> BackEndLog.of(() -> {
                            assertThat(visit.get("/consultation/" + consultation))
                                    .matches(Answer::isPage);
                            assertThat(visit.get("/consultations")).matches(Answer::isPage);
                        })
                        .statements()
                        .stream()
                        .filter(statement -> !statement.startsWith("INSERT"))
                        .count())
                .min()
                .orElseThrow();
    }

    @Test
    void nobodyMissesWhatWasWrittenWhileItIsBehind() throws InterruptedException {
        try (Ledger ledger = Ledger.open(node.address())) {
            // its people are in the replica: they came into the primary without the application, which marks what is
            // new
            ledger.awaitMore(5);
            ledger.slowDown();
            stand.follow(false);
            await("a while").pollDelay(LAG).atMost(LAG.multipliedBy(2)).until(() -> ledger.acknowledged() > 0);
            stand.follow(true);
            ledger.awaitMore(20);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        } finally {
            stand.follow(true);
        }
    }

    /** As a standby in another zone takes over: connections are cut, and for a while none is taken. */
    @Test
    void whoWritesWhileTheDatabaseFailsOverIsToldToComeAgain() throws InterruptedException {
        try (Ledger ledger = Ledger.open(node.address())) {
            ledger.awaitMore(10);
            stand.toPrimary().refuse();
            awaitReady(UNAVAILABLE);
            await("somebody is told")
                    .atMost(RECOVERY)
                    .until(() -> ledger.failures().size() > 3);
            stand.toPrimary().pass();
            awaitReady(200);
            ledger.awaitMore(20);
            assertThat(ledger.failures()).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(UNAVAILABLE);
                assertThat(answer.retryAfter()).isNotEmpty();
                assertThat(answer.time()).isLessThan(OutageObserver.SOON.multipliedBy(2));
            });
            ledger.settle();
        } finally {
            stand.toPrimary().pass();
        }
    }

    private static void awaitReady(int status) {
        HttpVisit balancer = HttpVisit.at(node.address());
        await("readiness " + status)
                .atMost(RECOVERY)
                .until(() -> balancer.get("/health/ready").status() == status);
    }

    /** In the seconds before the node knows that its replica is behind. */
    @Test
    void whoIsToldOfAChangeFindsIt() {
        MessagingPatient writer = MessagingPatient.signedIn(node.address());
        HttpVisit doctor = Visitors.signedIn(node.address(), People.doctor(People.GENERAL));
        awaitReading(Visitors.signedIn(node.address(), patient), true);
        stand.follow(false);
        try {
            writer.step();
            assertThat(writer.acknowledged()).isEqualTo(1);
            assertThat(doctor.get(writer.path()).body())
                    .contains("Letter 1 of " + writer.person().lastName());
        } finally {
            stand.follow(true);
        }
    }

    @Test
    void replicasAreReadInTurn() {
        HttpVisit visit = Visitors.signedIn(node.address(), patient);
        awaitReading(visit, true);
        say(0, "As the first replica has it");
        say(1, "As the second replica has it");
        Supplier<Map<Boolean, Long>> pages = () ->
                IntStream.range(0, 10).boxed().collect(Collectors.partitioningBy(time -> isOfFirst(visit), counting()));
        assertThat(pages.get()).as("from the first").containsOnly(entry(true, 5L), entry(false, 5L));
        try {
            stand.killReplica(0);
            // the page that notices it is read from the primary
            await("the other alone")
                    .atMost(NOTICED)
                    .untilAsserted(() -> assertThat(pages.get()).containsEntry(false, 10L));
        } finally {
            stand.startReplica(0);
        }
        await("both again")
                .atMost(NOTICED)
                .untilAsserted(() -> assertThat(pages.get()).containsEntry(true, 5L));
    }

    private static boolean isOfFirst(HttpVisit visit) {
        String page = visit.get("/consultation/" + consultation).body();
        assertThat(page).containsPattern("As the (first|second) replica has it");
        return page.contains("As the first replica has it");
    }

    @Test
    void nobodyIsToldToComeAgainWhenOneDies() throws InterruptedException {
        try (Ledger ledger = Ledger.open(node.address())) {
            ledger.awaitMore(20);
            stand.killReplica(0);
            ledger.awaitMore(20);
            stand.startReplica(0);
            ledger.awaitMore(20);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        }
    }
}
