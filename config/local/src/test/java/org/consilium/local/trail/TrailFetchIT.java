package org.consilium.local.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.local.trail.OwnedTrail.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.trail.owner.ArchiveException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Days come back from the archive as they were. */
class TrailFetchIT {
    private static final LocalDate OLD = TODAY.minusDays(6);

    @RegisterExtension
    private static final OwnedTrails TRAILS = new OwnedTrails();

    @Test
    void aFetchedDayIsAsItWasAndGoesAgain() throws SQLException, IOException {
        OwnedTrail trail = TRAILS.trail("fetched");
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
        OwnedTrail trail = TRAILS.trail("files");
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
        OwnedTrail trail = TRAILS.trail("changed");
        trail.begin(OLD);
        trail.add(OLD, 2);
        trail.owner(TODAY).archive();
        Bucket bucket = TRAILS.bucket("changed");
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
        OwnedTrail trail = TRAILS.trail("never");
        trail.begin(TODAY);

        assertThatThrownBy(() -> trail.owner(TODAY).fetch(OLD, null))
                .isInstanceOf(ArchiveException.class)
                .hasMessage("2026-03-04 is not in the archive");
    }
}
