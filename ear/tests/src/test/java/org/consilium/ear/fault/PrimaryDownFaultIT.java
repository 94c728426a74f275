package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Trail.Row;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The primary database swallows what is sent to it, or refuses it: nobody waits for longer than two seconds, replicas
 * answer those who only read, and all goes on afterwards.
 */
class PrimaryDownFaultIT {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /** Longer than what was written recently is read from the primary alone. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private static final int ROUNDS = 6;

    /** Longer than the pause between two searches for entries that wait. */
    private static final Duration LATE = Duration.ofSeconds(60);

    private static ReplicatedNode stand;

    private HttpVisit visit;
    private Person doctorOf;
    private HttpVisit doctor;
    private Person patient;
    private String consultation;
    private String path;
    private HtmlForm form;

    @BeforeAll
    static void start() {
        stand = ReplicatedNode.get();
    }

    @BeforeEach
    void begin() {
        patient = People.patient();
        consultation = People.consultation(patient, "Seen in an outage");
        path = "/consultation/" + consultation;
        visit = Visitors.signedIn(stand.node().address(), patient);
        doctorOf = People.doctor(People.GENERAL);
        doctor = Visitors.signedIn(stand.node().address(), doctorOf);
        assertThat(visit.post(path, reply("Written before"))).matches(Answer::isDone);
        form = reply("Written in an outage");
    }

    private HtmlForm reply(String text) {
        return HtmlForm.in(visit.get(path).body(), "reply").with("message", text);
    }

    @AfterEach
    void repair() {
        stand.toPrimary().pass();
        stand.follow(true);
        awaitReady(200);
        await("somebody can sign in").atMost(RECOVERY).untilAsserted(() -> {
            var unused = Visitors.signedIn(stand.node().address(), patient);
        });
    }

    private void awaitReady(int status) {
        HttpVisit balancer = HttpVisit.at(stand.node().address());
        await("readiness " + status)
                .atMost(RECOVERY)
                .until(() -> balancer.get("/health/ready").status() == status);
    }

    @Test
    void itSwallowsEverything() {
        assertOutage(stand.toPrimary()::swallow);
    }

    @Test
    void itRefusesEverything() {
        assertOutage(stand.toPrimary()::refuse);
    }

    private void assertOutage(Runnable fault) {
        assertRead(doctor.get(path), "Written before");
        await("the replicas have caught up")
                .pollDelay(SETTLED)
                .atMost(RECOVERY)
                .until(() -> visit.get(path).body().contains("Written before"));
        fault.run();
        for (int round = 0; round < ROUNDS; round++) {
            assertRead(visit.get(path), "Written before");
            assertRead(visit.get("/consultations"), "Seen in an outage");
            assertRead(doctor.get(path), "Written before");
            assertRead(doctor.get("/queue"), "Queue");
            assertComeAgain(visit.post(path, form));
            assertThat(visit.get("/consultation/" + People.id()).status()).isEqualTo(404);
        }
        awaitReady(503);
        assertRead(visit.get(path), "Written before");
        assertComeAgain(visit.post(path, form));

        stand.toPrimary().pass();
        awaitReady(200);
        assertThat(visit.post(path, form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(consultation)).as("with the two before").isEqualTo(3);
        assertThat(visit.get(path).body()).contains("Written in an outage");
        assertEachLookIsOnRecord();
    }

    /** Those of the outage have waited in the object store. */
    private void assertEachLookIsOnRecord() {
        await("the trail has what was read and refused in the outage")
                .atMost(LATE)
                .untilAsserted(() -> {
                    assertThat(looks(doctorOf, "DONE"))
                            .hasSize(1 + ROUNDS)
                            .allSatisfy(row -> assertThat(row.patient()).isEqualTo(People.key(patient)));
                    assertThat(looks(patient, "REFUSED")).hasSize(ROUNDS);
                });
    }

    private static List<Row> looks(Person reader, String outcome) {
        return Trail.rows("account = ? AND action = 'READ_CONSULTATION' AND outcome = ?", People.key(reader), outcome);
    }

    /** The replicas may not have the writes of the last seconds yet. */
    @Test
    void nobodyMissesWhatTheyHaveJustWritten() {
        assertThat(visit.post(path, reply("Written at the last moment"))).matches(Answer::isDone);
        stand.follow(false);
        assertThat(visit.post(path, form)).matches(Answer::isDone);
        stand.toPrimary().refuse();
        assertComeAgain(visit.get(path));
        assertComeAgain(visit.get("/consultations"));
    }

    @Test
    void withoutAReplicaPagesSaySoAsWell() {
        stand.follow(false);
        await("the replicas are behind").pollDelay(SETTLED).atMost(RECOVERY).until(() -> true);
        stand.toPrimary().swallow();
        for (int round = 0; round < ROUNDS; round++) {
            assertComeAgain(visit.get(path));
            assertComeAgain(doctor.get("/queue"));
            assertComeAgain(visit.post(path, form));
        }
    }

    private static void assertRead(Answer answer, String text) {
        assertThat(answer).matches(Answer::isPage);
        assertThat(answer.body()).contains(text);
        assertThat(answer.time()).isLessThan(DEADLINE);
    }

    private static void assertComeAgain(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.retryAfter()).as("Retry-After").isNotEmpty();
        assertThat(answer.time()).isLessThan(DEADLINE);
    }
}
