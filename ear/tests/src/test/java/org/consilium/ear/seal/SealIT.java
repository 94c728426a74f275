package org.consilium.ear.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.ear.stand.ProofPage;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.local.node.Node;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the administrator of the database does to the trail is named on the page, and by the command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealIT {
    private static final Duration ALARM = Duration.ofSeconds(40);

    private final SealedHospital hospital = new SealedHospital("sealed");
    private final StoredTrail trail = hospital.trail();

    @TempDir
    private Path folder;

    private Node node;
    private HttpVisit officer;
    private ProofPage proof;
    private HttpVisit doctor;

    /** Sealed one by one. */
    private long first;

    @BeforeAll
    void start() {
        node = hospital.start(1);
        URI home = node.address();
        officer = SealedHospital.officer(home);
        proof = new ProofPage(officer);
        doctor = SealedHospital.doctor(home);
        for (int seal = 0; seal < 3; seal++) {
            SealedHospital.look(doctor, 4);
            trail.awaitSealed();
        }
        first = trail.sealedUpTo() - 3;
        // by itself, and not again for an hour
        await("an anchor")
                .atMost(StoredTrail.WINDOW)
                .until(() -> trail.number("SELECT COUNT(*) FROM " + anchor()) == 1);
        // anchors the newest seal
        assertThat(proof.check()).contains("The trail is intact.");
        trail.change(
                "CREATE TABLE " + trail.table("entry_copy") + " AS SELECT * FROM " + trail.table("entry"),
                "CREATE TABLE " + trail.table("seal_copy") + " AS SELECT * FROM " + trail.table("seal"),
                "CREATE TABLE " + trail.table("anchor_copy") + " AS SELECT * FROM " + trail.table("anchor"));
    }

    @AfterAll
    void end() {
        node.kill();
    }

    @Test
    @Order(1)
    void whatIsDoneIsSealedWithinTenSeconds() throws IOException {
        SealedHospital.look(doctor, 1);
        trail.awaitSealed();
        assertThat(proof.check()).contains("The trail is intact.");
        assertThat(proof.verify(folder, proof.download())).contains("The trail is intact.", "exit code 0");
        long before = trail.newestSeal();
        assertThat(proof.facts()).hasSize(2);
        assertThat(number("Last seal ")).isBetween(before, trail.newestSeal());
        assertThat(number("Last anchor ")).isEqualTo(trail.number("SELECT MAX(number) FROM " + anchor()));
    }

    /** The one that a fact of the page begins with. */
    private long number(String beginning) {
        return proof.facts().stream()
                .filter(fact -> fact.startsWith(beginning))
                .mapToLong(fact ->
                        Long.parseLong(fact.substring(beginning.length()).split(" ", 2)[0]))
                .findFirst()
                .orElseThrow();
    }

    /** A transaction takes an id, and others that take later ones are committed and sealed before. */
    @Test
    @Order(1)
    void whatIsCommittedLateIsSealedWhenItComes() throws SQLException {
        try (Connection late = Stand.get().databaseServer().administrator().connect();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO " + entry()
                            + " (at, kind, action, outcome, node) VALUES (UTC_TIMESTAMP(6), 'VIEW', 'SEE_ACCOUNT', 'DONE', 'late')");
            SealedHospital.look(doctor, 1);
            trail.awaitSealed();
            long before = trail.newestSeal();
            late.commit();
            await("a seal over the late entry").atMost(StoredTrail.WINDOW).until(() -> trail.newestSeal() > before);
        }
        assertThat(proof.check()).contains("The trail is intact.");
    }

    /** By SQL, with what is then said, and how it is undone. */
    record Tampering(String name, Function<SealIT, List<String>> acts, Function<SealIT, String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private String entry() {
        return trail.table("entry");
    }

    private String seal() {
        return trail.table("seal");
    }

    private String anchor() {
        return trail.table("anchor");
    }

    private List<String> swap(long one, long other) {
        return List.of(
                "UPDATE " + entry() + " SET id = 0 WHERE id = " + one,
                "UPDATE " + entry() + " SET id = " + one + " WHERE id = " + other,
                "UPDATE " + entry() + " SET id = " + other + " WHERE id = 0");
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                new Tampering(
                        "one byte of a row",
                        it -> List.of("UPDATE " + it.entry() + " SET account = account + 1 WHERE id = " + it.first),
                        it -> "Entry " + it.first + " was changed after it had been sealed by seal "),
                new Tampering(
                        "a deleted row",
                        it -> List.of("DELETE FROM " + it.entry() + " WHERE id = " + (it.first + 1)),
                        it -> "covers are missing: " + (it.first + 1) + "."),
                new Tampering(
                        "the newest row deleted",
                        it -> List.of("DELETE FROM " + it.entry() + " WHERE id = " + it.newestOfCopy()),
                        it -> "covers are missing: " + it.newestOfCopy() + "."),
                new Tampering(
                        "an added row",
                        it -> List.of("INSERT INTO " + it.entry()
                                + " (id, at, kind, action, outcome, node) VALUES (" + it.first
                                + ", '2026-01-01', 'VIEW', 'SEE_ACCOUNT', 'DONE', 'none')"),
                        it -> "were added later under ids that had been settled by seal "),
                new Tampering(
                        "a swapped pair",
                        it -> it.swap(it.first, it.first + 1),
                        it -> "Entries " + it.first + " and " + (it.first + 1) + " were swapped"),
                new Tampering(
                        "a deleted seal",
                        it -> List.of("DELETE FROM " + it.seal() + " WHERE number = 2"),
                        it -> "Seals are missing: 2."),
                new Tampering(
                        "a changed seal",
                        it -> List.of("UPDATE " + it.seal()
                                + " SET line = REPLACE(line, '\"at\":\"20', '\"at\":\"19') WHERE number = 2"),
                        it -> "Seal 2 was changed or forged"),
                new Tampering(
                        "a forged signature",
                        it -> List.of("UPDATE " + it.seal() + " s JOIN " + it.trail.table("seal_copy")
                                + " c ON c.number = 1 SET s.signature = c.signature WHERE s.number = 2"),
                        it -> "Seal 2 was changed or forged"),
                new Tampering(
                        "a changed anchor",
                        it -> List.of("UPDATE " + it.anchor()
                                + " SET line = REPLACE(line, '\"seal\":', '\"seal\":1') WHERE number = 1"),
                        it -> "Anchor 1 was changed or forged"),
                new Tampering(
                        "a deleted anchor",
                        it -> List.of("DELETE FROM " + it.anchor() + " WHERE number = 1"),
                        it -> "Anchor 1 is in the object store, and was removed from the database."));
    }

    private long newestOfCopy() {
        return trail.number("SELECT MAX(id) FROM " + trail.table("entry_copy") + " WHERE id <= " + (first + 3));
    }

    /** Entries that were added since stay. */
    private void undo() {
        String copied = " IN (SELECT id FROM " + trail.table("entry_copy") + ")";
        trail.change(
                "DELETE FROM " + entry() + " WHERE id" + copied,
                "INSERT INTO " + entry() + " SELECT * FROM " + trail.table("entry_copy"),
                "REPLACE INTO " + seal() + " SELECT * FROM " + trail.table("seal_copy"),
                "REPLACE INTO " + anchor() + " SELECT * FROM " + trail.table("anchor_copy"));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    @Order(2)
    void isNamed(Tampering tampering) throws IOException {
        trail.change(tampering.acts().apply(this).toArray(String[]::new));
        try {
            assertThat(proof.check())
                    .contains("The trail is not intact.", tampering.found().apply(this));
            assertThat(proof.verify(folder, proof.download()))
                    .contains(tampering.found().apply(this), "exit code 1");
        } finally {
            undo();
        }
        assertThat(proof.check()).contains("The trail is intact.");
    }

    @Test
    @Order(3)
    void aDownloadThatIsCutOffSaysSo() throws IOException {
        String file = proof.download();
        String cut = file.substring(0, file.lastIndexOf("{\"end\":"));
        assertThat(proof.verify(folder, cut))
                .contains("The export ends before its last line: it was cut off.", "exit code 1");
    }

    /** It keeps every node from sealing. */
    @Test
    @Order(5)
    void aForgedNewestSealRaisesAnAlarm() {
        trail.change("INSERT INTO " + seal() + " (number, up_to, sealed_at, line, signature) VALUES"
                + " (4611686018427387904, 1, UTC_TIMESTAMP(6), '{}', 'none')");
        try {
            await("an alarm")
                    .atMost(ALARM)
                    .until(() -> node.lines().stream()
                            .anyMatch(line -> line.contains("SEVERE") && line.contains("was changed or forged")));
        } finally {
            trail.change("DELETE FROM " + seal() + " WHERE number = 4611686018427387904");
        }
        SealedHospital.look(doctor, 1);
        trail.awaitSealed();
    }

    /** The node that has made it remembers it, and anchors that; it stays on record for good. */
    @Test
    @Order(4)
    void theNewestSealDeletedIsNamed() throws IOException {
        SealedHospital.look(doctor, 1);
        trail.awaitSealed();
        long newest = trail.newestSeal();
        trail.change("DELETE FROM " + seal() + " WHERE number = " + newest);
        await().atMost(StoredTrail.WINDOW)
                .until(() -> trail.number("SELECT COUNT(*) FROM " + anchor() + " WHERE seal = " + newest) > 0);
        await().atMost(StoredTrail.WINDOW).until(() -> trail.newestSeal() >= newest);
        assertThat(proof.check()).contains("Seal " + newest + " is not the one that anchor");
        assertThat(proof.verify(folder, proof.download()))
                .contains("Seal " + newest + " is not the one that anchor", "exit code 1");
    }
}
