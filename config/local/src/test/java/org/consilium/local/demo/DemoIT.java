package org.consilium.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.consilium.local.TestFolders;
import org.consilium.local.database.Database;
import org.consilium.local.database.MariaDb;
import org.consilium.local.process.Workspace;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.local.store.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;

/** Loads the demo data into the schema of the application's migrations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private Workspace workspace;
    private Database database;
    private Bucket bucket;
    private DemoData demo;

    @BeforeAll
    void load() throws IOException, SQLException {
        workspace = Workspace.open(TestFolders.empty("demo"));
        MariaDb mariaDb = MariaDb.start(workspace);
        S3Server s3 = S3Server.start(workspace);
        mariaDb.awaitReady();
        s3.awaitReady();
        database = mariaDb.createDatabase("consilium");
        bucket = s3.createBucket("consilium-images");
        demo = new DemoData(database, bucket);
        assertThat(demo.isLoaded()).isFalse();
        migrate();
        assertThat(demo.load()).isTrue();
    }

    @AfterAll
    void stop() {
        workspace.close();
    }

    @Test
    void showsConsultationsInEveryState() throws SQLException {
        assertThat(column("SELECT DISTINCT status FROM consultation"))
                .containsExactlyInAnyOrder("SUBMITTED", "IN_PROGRESS", "WAITING_FOR_PATIENT", "CLOSED");
        assertThat(column("SELECT id FROM consultation")).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void timesAreInThePastAndInOrder() throws SQLException {
        assertThat(column("SELECT id FROM message WHERE sent_at > UTC_TIMESTAMP(6)"))
                .isEmpty();
        assertThat(column("""
                        SELECT c.id FROM consultation c JOIN message m ON m.consultation_id = c.id
                        GROUP BY c.id, c.submitted_at, c.last_activity_at, c.closed_at
                        HAVING ABS(TIMESTAMPDIFF(SECOND, MIN(m.sent_at), c.submitted_at)) > 1
                            OR MAX(m.sent_at) > c.last_activity_at OR c.closed_at > c.last_activity_at
                        """)).isEmpty();
    }

    @Test
    void everyConsultationIsCompleteForItsState() throws SQLException {
        assertThat(column("""
                        SELECT id FROM consultation c WHERE (status = 'CLOSED') <> (closed_at IS NOT NULL)
                            OR status = 'CLOSED' AND id NOT IN (SELECT consultation_id FROM after_visit_summary)
                            OR (status = 'SUBMITTED') <> (clinician_id IS NULL)
                            OR clinician_id IS NOT NULL AND NOT EXISTS (SELECT * FROM team_member t
                                WHERE t.team_id = c.team_id AND t.clinician_id = c.clinician_id)
                        """)).isEmpty();
    }

    @Test
    void everyPhotoIsInTheStoreInThreeSizes() throws SQLException, IOException {
        List<String> images = column("SELECT image_id FROM message_image");
        assertThat(images).hasSize(8).containsExactlyInAnyOrderElementsOf(column("SELECT public_id FROM image"));
        for (String image : images) {
            assertThat(width(image + "/original")).isEqualTo(1200);
            assertThat(width(image + "/display")).isEqualTo(1200);
            assertThat(width(image + "/thumbnail")).isEqualTo(320);
        }
    }

    @Test
    void isNotLoadedTwice() throws SQLException {
        int before = column("SELECT id FROM message").size();
        assertThat(demo.load()).isFalse();
        assertThat(demo.isLoaded()).isTrue();
        assertThat(column("SELECT id FROM message")).hasSize(before);
    }

    private int width(String key) throws IOException {
        try (S3Client client = BucketClient.of(bucket)) {
            byte[] content = client.getObjectAsBytes(
                            get -> get.bucket(bucket.name()).key(key))
                    .asByteArray();
            return ImageIO.read(new ByteArrayInputStream(content)).getWidth();
        }
    }

    private void migrate() throws IOException, SQLException {
        Path folder = Path.of("../../ejb/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(folder);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Path file :
                    files.sorted(Comparator.comparingInt(DemoIT::version)).toList()) {
                for (String sql : Files.readString(file).strip().split(";(\\R|$)", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
