package org.consilium.local.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.local.trail.OwnedTrail.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.consilium.local.TestFolders;
import org.consilium.local.database.DatabaseServer;
import org.consilium.local.database.MariaDb;
import org.consilium.local.process.Workspace;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.local.store.S3Server;
import org.consilium.trail.owner.ArchiveException;
import org.consilium.trail.owner.TrailOwner;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailOwnerIT {
    private static final LocalDate OLD = TODAY.minusDays(6);
    private static final String WITHOUT_DROP = DatabaseServer.OWNER_RIGHTS.replace(" DROP,", "");

    private Workspace workspace;
    private MariaDb mariaDb;
    private S3Server s3;

    @BeforeAll
    void start() throws IOException {
        workspace = Workspace.open(TestFolders.empty("trail"));
        mariaDb = MariaDb.start(workspace);
        s3 = S3Server.start(workspace);
        mariaDb.awaitReady();
        s3.awaitReady();
        Bucket any = s3.createBucket("any");
        System.setProperty("aws.accessKeyId", any.accessKey());
        System.setProperty("aws.secretAccessKey", any.secretKey());
    }

    @AfterAll
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        workspace.close();
    }

    @Test
    void theApplicationMayReadAndAddAndNothingElse() throws SQLException {
        OwnedTrail trail = trail("rights");
        trail.begin(TODAY);
        trail.add(TODAY, 1);

        assertThat(trail.entries()).hasSize(1);
        for (String statement : List.of(
                "UPDATE entry SET account = 2",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "DROP TABLE entry",
                "ALTER TABLE entry ADD COLUMN x INT",
                "ALTER TABLE entry TRUNCATE PARTITION d20260310",
                "ALTER TABLE entry DROP PARTITION d20260310",
                "CREATE TABLE another (x INT)",
                "CREATE INDEX another ON entry (node)",
                "REPLACE INTO late_entries VALUES ('a', NOW(6))",
                "INSERT INTO archived_day (day, entries, last_id, archived_at) VALUES ('2026-03-01', 1, 1, NOW(6))",
                "UPDATE seal SET line = 'x'",
                "DELETE FROM seal",
                "DELETE FROM anchor",
                "INSERT INTO archived_file VALUES ('2026-03-01', 1, 'a', 1, 1, 1, 1, 'a')",
                "LOCK TABLES entry WRITE",
                "CREATE TRIGGER t BEFORE INSERT ON entry FOR EACH ROW SET NEW.account = 1",
                "GRANT DELETE ON entry TO " + trail.application() + "@'%'",
                "DROP DATABASE " + trail.schema())) {
            assertThatThrownBy(() -> OwnedTrail.run(trail.asApplication(), statement))
                    .as(statement)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void settingUpAgainChangesNothing() throws SQLException {
        OwnedTrail trail = trail("again");
        trail.begin(TODAY);
        trail.add(TODAY, 2);
        List<String> entries = trail.entries();

        trail.owner(TODAY).setUp();

        assertThat(trail.entries()).isEqualTo(entries);
        assertThat(trail.log())
                .contains("\"added\":0")
                .doesNotContain("\"added\":1,")
                .contains("\"users\":1");
    }

    @Test
    void anOlderSchemaIsBroughtUpToDate() throws SQLException {
        OwnedTrail trail = trail("older");
        trail.begin(TODAY);
        trail.add(TODAY, 1);
        trail.asAdministrator("ALTER TABLE entry DROP COLUMN detail, DROP KEY entry_address");
        trail.asAdministrator("DROP TABLE archived_file");

        trail.owner(TODAY).setUp();

        assertThat(trail.values("SELECT COUNT(*) FROM archived_file")).containsExactly("0");
        assertThat(trail.values("SELECT COUNT(detail) FROM entry")).containsExactly("0");
        assertThat(trail.values("SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = '"
                        + trail.schema() + "' AND index_name = 'entry_address'"))
                .hasSize(1);
        trail.addUnsealed(TODAY, 1);
    }

    @Test
    void theComingDaysHavePartitions() throws SQLException {
        OwnedTrail trail = trail("ahead");
        trail.begin(TODAY);

        assertThat(trail.partitions())
                .hasSize(1 + 15 + 1)
                .startsWith("earlier", "d20260310", "d20260311")
                .endsWith("d20260324", "later");
        trail.owner(TODAY).addPartitions();
        assertThat(trail.partitions()).hasSize(17);
        trail.owner(TODAY.plusDays(1)).addPartitions();
        assertThat(trail.partitions()).hasSize(18).endsWith("d20260325", "later");
        trail.owner(TODAY.minusDays(3)).addPartitions();
        assertThat(trail.partitions()).as("by a clock that is late").hasSize(18);
        assertThat(trail.log()).contains("\"daysAhead\":14").doesNotContain("\"daysMissing\":1");
    }

    @Test
    void entriesFromBeforeTheFirstPartitionsGetThoseOfTheirDays() throws SQLException {
        OwnedTrail trail = trail("unparted");
        trail.owner(TODAY).setUp();
        trail.addUnsealed(TODAY.minusDays(2), 2);
        trail.addUnsealed(TODAY, 1);

        trail.owner(TODAY).addPartitions();

        assertThat(trail.partitions()).startsWith("earlier", "d20260308", "d20260309", "d20260310");
        assertThat(trail.values("SELECT COUNT(*) FROM entry PARTITION (d20260308)"))
                .containsExactly("2");
        assertThat(trail.entries()).hasSize(3);
    }

    @Test
    void anOldDayIsArchivedAndDropped() throws SQLException, IOException {
        OwnedTrail trail = trail("archived");
        trail.begin(OLD);
        trail.add(OLD, 7);
        trail.add(OLD.plusDays(1), 2);

        trail.owner(TODAY).archive();

        assertThat(trail.partitions()).startsWith("earlier", "d20260305").doesNotContain("d20260304");
        assertThat(trail.entries()).hasSize(2);
        assertThat(trail.values("SELECT CONCAT_WS(' ', day, entries, dropped_at IS NOT NULL) FROM archived_day"))
                .containsExactly("2026-03-04 7 1");
        assertThat(trail.values("SELECT entries FROM archived_file ORDER BY number"))
                .startsWith("3", "3", "1");
        assertThat(lines("trail-archived", "trail-archive/2026-03-04/0003.ndjson.gz")
                        .getFirst())
                .isEqualTo("{\"entry\":7,\"at\":\"2026-03-04T12:06:00.000001Z\",\"kind\":\"VIEW\","
                        + "\"action\":\"READ_CONSULTATION\",\"outcome\":\"DONE\",\"account\":7,\"role\":\"DOCTOR\","
                        + "\"record_type\":\"CONSULTATION\",\"record\":\"abc\",\"node\":\"node-1\","
                        + "\"detail\":\"results=6\"}");
        assertThat(trail.log()).contains("\"daysNotArchived\":0").doesNotContain("abc");
    }

    @Test
    void theFilesOfADayHaveTheSealsOverItsEntries() throws SQLException, IOException {
        OwnedTrail trail = trail("proved");
        trail.begin(OLD);
        trail.add(OLD, 7);
        trail.add(OLD.plusDays(1), 2);
        List<String> sealed =
                trail.values("SELECT CONCAT(line, ',\"signature\":\"', signature, '\"}') FROM seal ORDER BY number");

        trail.owner(TODAY).archive();

        // entries 1-3, 4-6, and 7; seals over 1-4, 5-7, and 8-9
        assertThat(seals("0001")).containsExactly(sealed.get(0));
        assertThat(seals("0002")).containsExactly(sealed.get(0), sealed.get(1));
        assertThat(seals("0003")).containsExactly(sealed.get(1));
        assertThat(sealed.stream().map(SignedLine::parse))
                .allSatisfy(line -> assertThat(trail.seals()
                                .keys()
                                .haveSigned(line, Seal.parse(line).key()))
                        .isTrue());
    }

    private List<String> seals(String number) throws IOException {
        return lines("trail-proved", "trail-archive/2026-03-04/" + number + ".ndjson.gz").stream()
                .filter(Seal::isSeal)
                .toList();
    }

    @Test
    void entriesThatNoSealIsOverAreNotArchived() throws SQLException {
        OwnedTrail trail = trail("unsealed");
        trail.begin(OLD);
        trail.add(OLD, 4);
        trail.addUnsealed(OLD, 2);

        assertThatThrownBy(() -> trail.owner(TODAY).archive())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("no seal is over 2 entries, beginning with 5");
        assertThat(trail.entries()).hasSize(6);
        assertThat(trail.log()).contains("\"daysNotArchived\":1");
    }

    @Test
    void anEntryThatWasChangedIsNamedAndNotDropped() throws SQLException {
        OwnedTrail trail = trail("tampered");
        trail.begin(OLD);
        trail.add(OLD, 4);
        trail.asAdministrator("UPDATE entry SET account = 99 WHERE id = 2");

        assertThatThrownBy(() -> trail.owner(TODAY).archive())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("entry 2 is not as it was sealed by seal 1");
        assertThat(trail.entries()).hasSize(4);
    }

    @Test
    void aDayWithoutEntriesNeedsNoFile() throws SQLException, IOException {
        OwnedTrail trail = trail("quiet");
        trail.begin(OLD);

        trail.owner(TODAY).archive();

        assertThat(trail.partitions()).doesNotContain("d20260304");
        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("0");
        assertThat(objects("trail-quiet")).isEmpty();
    }

    @Test
    void afterACrashBeforeTheDropTheNextRunDropsTheDay() throws SQLException, IOException {
        OwnedTrail trail = trail("undropped");
        trail.begin(OLD);
        trail.add(OLD, 4);
        crashBeforeDrop(trail);
        List<S3Object> stored = objects("trail-undropped");

        trail.owner(TODAY).archive();

        assertThat(trail.entries()).isEmpty();
        assertThat(trail.partitions()).doesNotContain("d20260304");
        assertThat(objects("trail-undropped")).isEqualTo(stored);
    }

    @Test
    void afterACrashBeforeTheRecordTheSameFilesAreUsed() throws SQLException, IOException {
        OwnedTrail trail = trail("unrecorded");
        trail.begin(OLD);
        trail.add(OLD, 4);
        crashBeforeDrop(trail);
        trail.asAdministrator("DELETE FROM archived_day");
        trail.asAdministrator("DELETE FROM archived_file");
        List<S3Object> stored = objects("trail-unrecorded");

        trail.owner(TODAY).archive();

        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("4");
        assertThat(objects("trail-unrecorded")).isEqualTo(stored);
    }

    @Test
    void afterACrashWithinTheDropTheArchiveStaysAsItIs() throws SQLException, IOException {
        OwnedTrail trail = trail("halfway");
        trail.begin(OLD);
        trail.add(OLD, 4);
        crashBeforeDrop(trail);
        trail.asAdministrator("ALTER TABLE entry TRUNCATE PARTITION d20260304");

        trail.owner(TODAY).archive();

        assertThat(trail.partitions()).doesNotContain("d20260304");
        assertThat(trail.values("SELECT entries FROM archived_day WHERE dropped_at IS NOT NULL"))
                .containsExactly("4");
    }

    @Test
    void anEntryThatComesAfterTheArchiveIsArchivedBeforeTheDrop() throws SQLException, IOException {
        OwnedTrail trail = trail("late");
        trail.begin(OLD);
        trail.add(OLD, 4);
        crashBeforeDrop(trail);
        trail.add(OLD, 1);

        trail.owner(TODAY).archive();

        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("5");
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void nothingIsDroppedWhoseFileIsNotInTheArchive() throws SQLException {
        OwnedTrail trail = trail("lost");
        trail.begin(OLD);
        trail.add(OLD, 4);
        crashBeforeDrop(trail);
        Bucket bucket = s3.createBucket("trail-lost");
        try (S3Client client = BucketClient.of(bucket)) {
            client.deleteObject(delete -> delete.bucket(bucket.name()).key("trail-archive/2026-03-04/0001.ndjson.gz"));
        }

        assertThatThrownBy(() -> trail.owner(TODAY).archive())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is not in the archive");
        assertThat(trail.entries()).hasSize(4);
        assertThat(trail.log()).contains("\"daysNotArchived\":1");
    }

    /** The files are stored and on record; the owner cannot drop. */
    private void crashBeforeDrop(OwnedTrail trail) throws SQLException {
        trail.grantOwner(WITHOUT_DROP);
        assertThatThrownBy(() -> trail.owner(TODAY).archive()).hasMessageContaining("denied");
        assertThat(trail.values("SELECT COUNT(*) FROM entry PARTITION (d20260304)"))
                .containsExactly("4");
        assertThat(trail.values("SELECT entries FROM archived_day WHERE dropped_at IS NULL"))
                .containsExactly("4");
        trail.grantOwner(DatabaseServer.OWNER_RIGHTS);
    }

    @Test
    void twoAtOnceArchiveADayOnce() throws Exception {
        OwnedTrail trail = trail("twice");
        trail.begin(OLD);
        trail.add(OLD, 6);

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (TrailOwner owner : List.of(trail.owner(TODAY), trail.owner(TODAY))) {
                runs.add(both.submit(archiving(owner)));
            }
            for (Future<Boolean> run : runs) {
                assertThat(run.get()).isTrue();
            }
        }

        assertThat(trail.log().split("day archived", -1)).hasSize(2);
        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("6");
    }

    private static Callable<Boolean> archiving(TrailOwner owner) {
        return () -> {
            owner.archive();
            return true;
        };
    }

    @Test
    void aFetchedDayIsAsItWasAndGoesAgain() throws SQLException, IOException {
        OwnedTrail trail = trail("fetched");
        trail.begin(OLD);
        trail.add(OLD, 7);
        trail.add(TODAY, 1);
        List<String> before = trail.entries();
        trail.owner(TODAY).archive();
        assertThat(trail.entries()).hasSize(1);

        trail.owner(TODAY).fetch(OLD, null);
        trail.owner(TODAY).fetch(OLD, null);

        assertThat(trail.entries()).isEqualTo(before);
        assertThat(trail.values("SELECT day FROM archived_day WHERE fetched_at IS NOT NULL"))
                .containsExactly("2026-03-04");
        trail.owner(TODAY).archive();
        assertThat(trail.entries()).as("for a month").isEqualTo(before);
        trail.asAdministrator("UPDATE archived_day SET fetched_at = fetched_at - INTERVAL 31 DAY");
        trail.owner(TODAY).archive();
        assertThat(trail.entries()).hasSize(1);
        assertThat(trail.values("SELECT COUNT(*) FROM archived_day WHERE fetched_at IS NULL"))
                .containsExactly("1");
    }

    @Test
    void aDayIsFetchedIntoAFolder(@TempDir Path folder) throws SQLException, IOException {
        OwnedTrail trail = trail("files");
        trail.begin(OLD);
        trail.add(OLD, 4);
        trail.owner(TODAY).archive();

        trail.owner(TODAY).fetch(OLD, folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("2026-03-04-0001.ndjson.gz", "2026-03-04-0002.ndjson.gz");
        }
    }

    @Test
    void aFileThatWasChangedIsNotFetched() throws SQLException, IOException {
        OwnedTrail trail = trail("changed");
        trail.begin(OLD);
        trail.add(OLD, 2);
        trail.owner(TODAY).archive();
        Bucket bucket = s3.createBucket("trail-changed");
        try (S3Client client = BucketClient.of(bucket)) {
            client.putObject(
                    put -> put.bucket(bucket.name()).key("trail-archive/2026-03-04/0001.ndjson.gz"),
                    RequestBody.fromString("another"));
        }

        assertThatThrownBy(() -> trail.owner(TODAY).fetch(OLD, null))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is not what was archived");
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void aDayThatWasNeverArchivedCannotBeFetched() throws SQLException {
        OwnedTrail trail = trail("never");
        trail.begin(TODAY);

        assertThatThrownBy(() -> trail.owner(TODAY).fetch(OLD, null))
                .isInstanceOf(ArchiveException.class)
                .hasMessage("2026-03-04 is not in the archive");
    }

    /** A change of the table waits for an open transaction; those who come after it must not wait as long. */
    @Test
    void aLongTransactionDelaysTheOwnerAndNotTheApplication() throws Exception {
        OwnedTrail trail = trail("waiting");
        trail.begin(TODAY);
        try (ExecutorService aside = Executors.newSingleThreadExecutor();
                Connection open = trail.asApplication().connect();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("SELECT COUNT(*) FROM entry");
            Future<?> partitions = aside.submit(() -> {
                trail.owner(TODAY.plusDays(1)).addPartitions();
                return true;
            });
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                trail.add(TODAY, 10);
                assertThat(System.nanoTime() - begin).isLessThan(8_000_000_000L);
            }
            open.rollback();
            assertThatCode(partitions::get).doesNotThrowAnyException();
        }
        assertThat(trail.partitions()).contains("d20260325");
    }

    private OwnedTrail trail(String name) {
        return new OwnedTrail(mariaDb, s3.createBucket("trail-" + name), name);
    }

    private List<S3Object> objects(String name) {
        Bucket bucket = s3.createBucket(name);
        try (S3Client client = BucketClient.of(bucket)) {
            return client.listObjectsV2(list -> list.bucket(bucket.name())).contents();
        }
    }

    private List<String> lines(String name, String key) throws IOException {
        Bucket bucket = s3.createBucket(name);
        try (S3Client client = BucketClient.of(bucket);
                GZIPInputStream content = new GZIPInputStream(
                        client.getObject(get -> get.bucket(bucket.name()).key(key)))) {
            return new String(content.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
