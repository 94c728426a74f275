package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Transactions that the database rolls back or that lose their connection are run again, unnoticed and with one effect;
 * those who find all connections taken are told so within a second.
 */
class TransactionFaultIT {

    private static final Duration TOLD = Duration.ofMillis(1500);
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    /** Longer than a transaction waits for a locked row, and shorter than it does in all its attempts. */
    private static final Duration LOCKED = Duration.ofMillis(1500);

    /** More than the node has connections. */
    private static final int WRITERS = 40;

    /** So many wait at once, while the attempts of others begin and end. */
    private static final int MANY = 24;

    private static ReplicatedNode stand;

    private MessagingPatient writer;
    private HtmlForm form;

    @BeforeAll
    static void start() {
        stand = ReplicatedNode.get();
    }

    @BeforeEach
    void begin() {
        writer = MessagingPatient.signedIn(stand.node().address());
        form = HtmlForm.in(writer.visit().get(writer.path()).body(), "reply").with("message", "Sent once");
    }

    @AfterEach
    void repair() {
        stand.toPrimary().pass();
        await("somebody can sign in").atMost(RECOVERY).untilAsserted(() -> {
            var unused = Visitors.signedIn(stand.node().address(), writer.person());
        });
    }

    @AfterAll
    static void stop() {
        ReplicatedNode.close();
    }

    private CompletableFuture<Answer> send() {
        return CompletableFuture.supplyAsync(() -> writer.visit().post(writer.path(), form));
    }

    private void assertSentOnce(CompletableFuture<Answer> answer) {
        assertThat(answer.join()).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation()))
                .as("with the first")
                .isEqualTo(2);
    }

    @Test
    void aRowIsLockedForTooLong() {
        CompletableFuture<Answer> answer;
        try (LockedRow row = new LockedRow(writer.consultation())) {
            answer = send();
            row.awaitWaiting();
            await("a while").pollDelay(LOCKED).atMost(RECOVERY).until(() -> true);
        }
        assertSentOnce(answer);
    }

    /** The other transaction has changed more rows, so that this one is rolled back. */
    @Test
    void theDatabaseFindsADeadlock() throws SQLException {
        Records.change(
                "INSERT IGNORE INTO consultation_reader (consultation_id, account_id) SELECT id, patient_id FROM consultation"
                        + " WHERE public_id = ?",
                writer.consultation());
        try (Connection other = Stand.get().database().connect();
                Statement statement = other.createStatement()) {
            other.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            other.setAutoCommit(false);
            for (int row = 0; row < 50; row++) {
                statement.addBatch(
                        "INSERT INTO replica_heartbeat (id, beat_at) VALUES (" + (10 + row) + ", '2000-01-01')");
            }
            statement.executeBatch();
            long key = Records.number("SELECT id FROM consultation WHERE public_id = ?", writer.consultation());
            statement.executeUpdate(
                    "UPDATE consultation_reader SET written = written + 1000 WHERE consultation_id = " + key);
            CompletableFuture<Answer> answer = send();
            await("it waits").atMost(RECOVERY).until(() -> waiting("insert into consultation_reader") > 0);
            statement.execute(
                    "SELECT id FROM consultation WHERE public_id = '" + writer.consultation() + "' FOR UPDATE");
            other.rollback();
            assertSentOnce(answer);
        }
    }

    @Test
    void theConnectionIsLostBeforeTheCommit() {
        CompletableFuture<Answer> answer;
        try (LockedRow row = new LockedRow(writer.consultation())) {
            answer = send();
            row.awaitWaiting();
            Stand.get().databaseServer().execute(List.of("KILL " + connectionThatWaits()));
            row.awaitWaiting();
        }
        assertSentOnce(answer);
    }

    private static long connectionThatWaits() {
        return Records.number("SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                + " AND info LIKE 'SELECT%FOR UPDATE%' AND info NOT LIKE '%processlist%'");
    }

    private static long waiting(String statement) {
        return Records.number("SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()"
                + " AND info LIKE '" + statement + "%' AND id <> CONNECTION_ID()");
    }

    /** The database has committed, and its answer is lost on the way back. */
    @Test
    void nobodyKnowsWhetherItWasCommitted() {
        CompletableFuture<Answer> answer;
        try (LockedRow row = new LockedRow(writer.consultation())) {
            answer = send();
            row.awaitWaiting();
            stand.toPrimary().delay(Duration.ofMillis(400));
        }
        await().pollInterval(Duration.ofMillis(5)).until(() -> Records.messagesIn(writer.consultation()) == 2);
        stand.toPrimary().cut();
        stand.toPrimary().pass();
        assertSentOnce(answer);
    }

    @Test
    void allConnectionsWaitForALock() {
        MessagingPatient other = MessagingPatient.signedIn(stand.node().address());
        HtmlForm second =
                HtmlForm.in(other.visit().get(other.path()).body(), "reply").with("message", "Sent beside");
        HttpVisit doctor = Visitors.signedIn(stand.node().address(), People.doctor(People.GENERAL));
        List<CompletableFuture<Answer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
                LockedRow row = new LockedRow(writer.consultation())) {
            answers = IntStream.range(0, WRITERS)
                    .mapToObj(number ->
                            CompletableFuture.supplyAsync(() -> writer.visit().post(writer.path(), form), threads))
                    .toList();
            row.awaitWaiting(MANY);
            Answer told = other.visit().post(other.path(), second);
            // some attempts of the others have come to their end by now, so that one or the other gets a connection
            assertThat(told).matches(answer -> answer.isDone() || answer.status() == 503);
            assertThat(told.time()).isLessThan(TOLD);
            for (String path : List.of(other.path(), "/consultations")) {
                assertRead(other.visit().get(path));
            }
            assertRead(doctor.get("/queue"));
            row.letGo();
            answers.forEach(CompletableFuture::join);
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join()).matches(each -> each.isDone() || each.status() == 503));
        await("all goes on")
                .atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(other.visit().post(other.path(), second)).matches(Answer::isDone));
        assertThat(Records.messagesIn(other.consultation()))
                .as("with the first")
                .isEqualTo(2);
        assertThat(writer.visit().post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation()))
                .as("with the first")
                .isEqualTo(2);
    }

    private static void assertRead(Answer answer) {
        assertThat(answer).matches(Answer::isPage);
        assertThat(answer.time()).isLessThan(TOLD);
    }

    /** It notes how far it was read, which waits for a row of its reader. */
    @Test
    void aPageWaitsForALockedRowForASecondAtMost() throws SQLException {
        String here = " SELECT id, patient_id, 0 FROM consultation WHERE public_id = '" + writer.consultation() + "'";
        Records.change("UPDATE consultation SET messages = messages + 1 WHERE public_id = ?", writer.consultation());
        try (Connection other = Stand.get().database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO consultation_reader (consultation_id, account_id, written)" + here
                    + " ON DUPLICATE KEY UPDATE consultation_reader.written = consultation_reader.written");
            Answer answer = writer.visit().get(writer.path());
            assertThat(answer).matches(Answer::isPage);
            assertThat(answer.time()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(2));
            other.rollback();
        } finally {
            Records.change(
                    "UPDATE consultation SET messages = messages - 1 WHERE public_id = ?", writer.consultation());
        }
    }
}
