package org.consilium.ear.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.ear.stand.ProofPage;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.local.node.Node;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.trail.owner.ArchiveSettings;
import org.consilium.trail.owner.OwnerLog;
import org.consilium.trail.owner.OwnerSettings;
import org.consilium.trail.owner.TrailOwner;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An old day is archived and dropped: the trail is verified as a whole, and reports say what they do not have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchivedTrailIT {
    private static final String NAME = "archived";
    private static final String PATIENT = "patient@example.org";
    private static final int ENTRIES = 6;

    private final SealedHospital hospital = new SealedHospital(NAME);
    private final StoredTrail trail = hospital.trail();
    private final LocalDate old = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    @TempDir
    private Path folder;

    private Node node;
    private HttpVisit officer;
    private HttpVisit patient;

    @BeforeAll
    void archive() throws SQLException, IOException {
        node = hospital.start(1);
        officer = SealedHospital.officer(node.address());
        patient = Visitors.signedIn(node.address(), PATIENT);
        for (int i = 0; i < ENTRIES; i++) {
            trail.change("INSERT INTO " + trail.table("entry")
                    + " (at, kind, action, outcome, account, role, patient, relation, node) VALUES ('" + old
                    + " 12:00:0" + i + "', 'VIEW', 'READ_CONSULTATION', 'DONE', " + key("doctor@example.org")
                    + ", 'DOCTOR', " + key(PATIENT) + ", 'CARE_TEAM', 'node-1')");
        }
        trail.awaitSealed();
        Bucket bucket = Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET);
        System.setProperty("aws.accessKeyId", bucket.accessKey());
        System.setProperty("aws.secretAccessKey", bucket.secretKey());
        owner(bucket, 5).addPartitions();
        owner(bucket, 1).archive();
        assertThat(left()).isZero();
    }

    @AfterAll
    void end() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        node.kill();
    }

    private static String key(String email) {
        return "(SELECT id FROM " + database().user() + ".account WHERE email = '" + email + "')";
    }

    private static Database database() {
        return Stand.get().database(NAME);
    }

    private long left() {
        return trail.number("SELECT COUNT(*) FROM " + trail.table("entry") + " WHERE at < '" + old.plusDays(1) + "'");
    }

    private static TrailOwner owner(Bucket bucket, int daysOnline) {
        Database administrator = Stand.get().databaseServer().administrator();
        Clock clock = Clock.systemUTC();
        return new TrailOwner(
                new OwnerSettings(
                        Stand.get().databaseServer().url(database().user()),
                        administrator.user(),
                        administrator.password(),
                        List.of(),
                        2,
                        daysOnline,
                        30,
                        Duration.ofSeconds(60),
                        new ArchiveSettings(
                                bucket.name(),
                                Bucket.REGION,
                                URI.create(bucket.endpoint() + "/").toString(),
                                4)),
                clock,
                new OwnerLog(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), clock));
    }

    private static String notice(HttpVisit visit, String path) {
        Elements notices = Visitors.page(visit, path).select(".archived");
        return notices.text();
    }

    @Test
    @Order(1)
    void theTrailIsVerifiedAsAWhole() throws IOException {
        ProofPage proof = new ProofPage(officer);
        assertThat(proof.check()).contains("The trail is intact.");
        String file = proof.download();
        assertThat(file.lines().filter(line -> line.contains("\"at\":\"" + old + "T12:00:0")))
                .hasSize(ENTRIES);
        assertThat(proof.verify(folder, file)).contains("The trail is intact.", "exit code 0");
    }

    @Test
    @Order(1)
    void reportsSayThatTheDayIsInTheArchive() {
        String id = trail.column(
                        "SELECT public_id FROM " + database().user() + ".account WHERE email = '" + PATIENT + "'")
                .getFirst();
        assertThat(List.of(
                        notice(officer, "/privacy/trail"),
                        notice(officer, "/privacy/trail?from=" + old + "&until=" + old),
                        notice(officer, "/privacy/affected?person=" + id),
                        notice(officer, "/privacy/disclosures/" + id)))
                .allSatisfy(words -> assertThat(words)
                        .contains("in the archive", String.valueOf(old.getDayOfMonth()), "Operations can bring"));
        assertThat(notice(patient, "/account/accesses")).contains("in the archive", "Ask the privacy officer");
        String accounting = "/privacy/disclosures/" + id;
        String file = officer.post(
                        accounting, HtmlForm.in(officer.get(accounting).body(), "export"))
                .location();
        assertThat(officer.get(file).body().lines().toList().getLast())
                .contains("in the archive", old.toString(), "Operations can bring");
    }

    @Test
    @Order(1)
    void reportsOfOtherDaysSayNothing() {
        LocalDate next = old.plusDays(1);
        assertThat(notice(officer, "/privacy/trail?from=" + next)).isEmpty();
    }

    @Test
    @Order(2)
    void aDayThatWasFetchedIsInTheReportsAgain() throws SQLException, IOException {
        owner(Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET), 1).fetch(old, null);
        assertThat(left()).isEqualTo(ENTRIES);
        String path = "/privacy/trail?from=" + old + "&until=" + old;
        assertThat(notice(officer, path)).isEmpty();
        assertThat(Visitors.page(officer, path).select("#entries > li")).hasSize(ENTRIES);
        assertThat(new ProofPage(officer).check()).contains("The trail is intact.");
    }
}
