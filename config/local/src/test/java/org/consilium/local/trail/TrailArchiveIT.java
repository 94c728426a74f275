package org.consilium.local.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.local.trail.OwnedTrail.TODAY;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consilium.local.database.DatabaseServer;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.trail.owner.ArchiveException;
import org.consilium.trail.owner.TrailOwner;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Old days go to the archive, and leave the database only when they are there. */
class TrailArchiveIT {
    private static final LocalDate OLD = TODAY.minusDays(6);
    private static final String WITHOUT_DROP = DatabaseServer.OWNER_RIGHTS.replace(" DROP,", "");

    @RegisterExtension
    private static final OwnedTrails TRAILS = new OwnedTrails();

    /** A trail with a number of entries on a day that is old enough for the archive. */
    private static OwnedTrail withEntries(String name, int entries) throws SQLException {
        OwnedTrail trail = TRAILS.trail(name);
        trail.begin(OLD);
        trail.add(OLD, entries);
        return trail;
    }

    @Test
    void anOldDayIsArchivedAndDropped() throws SQLException, IOException {
        OwnedTrail trail = withEntries("archived", 7);
        trail.add(OLD.plusDays(1), 2);

        trail.owner(TODAY).archive();

        assertThat(trail.partitions()).startsWith("earlier", "d20260305").doesNotContain("d20260304");
        assertThat(trail.entries()).hasSize(2);
        assertThat(trail.values("SELECT CONCAT_WS(' ', day, entries, dropped_at IS NOT NULL) FROM archived_day"))
                .containsExactly("2026-03-04 7 1");
        assertThat(trail.values("SELECT entries FROM archived_file ORDER BY number"))
                .startsWith("3", "3", "1");
        assertThat(TRAILS.lines("archived", "trail-archive/2026-03-04/0003.ndjson.gz")
                        .getFirst())
                .isEqualTo("{\"entry\":7,\"at\":\"2026-03-04T12:06:00.000001Z\",\"kind\":\"VIEW\","
                        + "\"action\":\"READ_CONSULTATION\",\"outcome\":\"DONE\",\"account\":7,\"role\":\"DOCTOR\","
                        + "\"record_type\":\"CONSULTATION\",\"record\":\"abc\",\"node\":\"node-1\","
                        + "\"detail\":\"results=6\"}");
        assertThat(trail.log()).contains("\"daysNotArchived\":0").doesNotContain("abc");
    }

    @Test
    void theFilesOfADayHaveTheSealsOverItsEntries() throws SQLException, IOException {
        OwnedTrail trail = withEntries("proved", 7);
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
        return TRAILS.lines("proved", "trail-archive/2026-03-04/" + number + ".ndjson.gz").stream()
                .filter(Seal::isSeal)
                .toList();
    }

    @Test
    void entriesThatNoSealIsOverAreNotArchived() throws SQLException {
        OwnedTrail trail = withEntries("unsealed", 4);
        trail.addUnsealed(OLD, 2);

        assertThatThrownBy(() -> trail.owner(TODAY).archive())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("no seal is over 2 entries, beginning with 5");
        assertThat(trail.entries()).hasSize(6);
        assertThat(trail.log()).contains("\"daysNotArchived\":1");
    }

    @Test
    void anEntryThatWasChangedIsNamedAndNotDropped() throws SQLException {
        OwnedTrail trail = withEntries("tampered", 4);
        trail.asAdministrator("UPDATE entry SET account = 99 WHERE id = 2");

        assertThatThrownBy(() -> trail.owner(TODAY).archive())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("entry 2 is not as it was sealed by seal 1");
        assertThat(trail.entries()).hasSize(4);
    }

    @Test
    void aDayWithoutEntriesNeedsNoFile() throws SQLException, IOException {
        OwnedTrail trail = TRAILS.trail("quiet");
        trail.begin(OLD);

        trail.owner(TODAY).archive();

        assertThat(trail.partitions()).doesNotContain("d20260304");
        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("0");
        assertThat(TRAILS.objects("quiet")).isEmpty();
    }

    @Test
    void afterACrashBeforeTheDropTheNextRunDropsTheDay() throws SQLException, IOException {
        OwnedTrail trail = withEntries("undropped", 4);
        crashBeforeDrop(trail);
        List<S3Object> stored = TRAILS.objects("undropped");

        trail.owner(TODAY).archive();

        assertThat(trail.entries()).isEmpty();
        assertThat(trail.partitions()).doesNotContain("d20260304");
        assertThat(TRAILS.objects("undropped")).isEqualTo(stored);
    }

    @Test
    void afterACrashBeforeTheRecordTheSameFilesAreUsed() throws SQLException, IOException {
        OwnedTrail trail = withEntries("unrecorded", 4);
        crashBeforeDrop(trail);
        trail.asAdministrator("DELETE FROM archived_day");
        trail.asAdministrator("DELETE FROM archived_file");
        List<S3Object> stored = TRAILS.objects("unrecorded");

        trail.owner(TODAY).archive();

        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("4");
        assertThat(TRAILS.objects("unrecorded")).isEqualTo(stored);
    }

    @Test
    void afterACrashWithinTheDropTheArchiveStaysAsItIs() throws SQLException, IOException {
        OwnedTrail trail = withEntries("halfway", 4);
        crashBeforeDrop(trail);
        trail.asAdministrator("ALTER TABLE entry TRUNCATE PARTITION d20260304");

        trail.owner(TODAY).archive();

        assertThat(trail.partitions()).doesNotContain("d20260304");
        assertThat(trail.values("SELECT entries FROM archived_day WHERE dropped_at IS NOT NULL"))
                .containsExactly("4");
    }

    @Test
    void anEntryThatComesAfterTheArchiveIsArchivedBeforeTheDrop() throws SQLException, IOException {
        OwnedTrail trail = withEntries("late", 4);
        crashBeforeDrop(trail);
        trail.add(OLD, 1);

        trail.owner(TODAY).archive();

        assertThat(trail.values("SELECT entries FROM archived_day")).containsExactly("5");
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void nothingIsDroppedWhoseFileIsNotInTheArchive() throws SQLException {
        OwnedTrail trail = withEntries("lost", 4);
        crashBeforeDrop(trail);
        Bucket bucket = TRAILS.bucket("lost");
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
        OwnedTrail trail = withEntries("twice", 6);

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
}
