package org.consilium.local.trail;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;
import org.consilium.local.database.MariaDb;
import org.consilium.local.store.Bucket;
import org.consilium.trail.owner.ArchiveSettings;
import org.consilium.trail.owner.OwnerLog;
import org.consilium.trail.owner.OwnerSettings;
import org.consilium.trail.owner.TrailOwner;

/** A trail of its own for a test, whose owner and application are two users. */
final class OwnedTrail {
    static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private static final String PASSWORD = "of-this-test-1";

    private final MariaDb server;
    private final Bucket bucket;
    private final String name;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TestSeals seals;

    OwnedTrail(MariaDb server, Bucket bucket, String name) {
        this.server = server;
        this.bucket = bucket;
        this.name = name;
        server.execute(List.of(
                "CREATE DATABASE " + name,
                "CREATE USER " + application() + "@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "CREATE USER " + owner() + "@'%' IDENTIFIED BY '" + PASSWORD + "'"));
        grantOwner(DatabaseServer.OWNER_RIGHTS);
        seals = new TestSeals(asApplication());
    }

    TestSeals seals() {
        return seals;
    }

    /** Gives the owner these rights alone. */
    void grantOwner(String rights) {
        server.execute(List.of(
                "GRANT ALL ON `" + name + "\\_trail`.* TO " + owner() + "@'%'",
                "REVOKE ALL, GRANT OPTION FROM " + owner() + "@'%'",
                "GRANT " + rights + " ON `" + name + "\\_trail`.* TO " + owner() + "@'%' WITH GRANT OPTION"));
    }

    String application() {
        return name + "_app";
    }

    private String owner() {
        return name + "_own";
    }

    String schema() {
        return name + "_trail";
    }

    Database asApplication() {
        return new Database(server.url(schema()), application(), PASSWORD);
    }

    /** The owner on a day; files of the archive have three entries. */
    TrailOwner owner(LocalDate today) {
        Clock clock = Clock.fixed(today.atTime(4, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new TrailOwner(
                new OwnerSettings(
                        server.url(name),
                        owner(),
                        PASSWORD,
                        List.of(application(), application() + "_clone"),
                        14,
                        5,
                        30,
                        Duration.ofSeconds(60),
                        new ArchiveSettings(
                                bucket.name(),
                                Bucket.REGION,
                                URI.create(bucket.endpoint() + "/").toString(),
                                3)),
                clock,
                new OwnerLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock));
    }

    /** Set up, with partitions from a day on. */
    void begin(LocalDate first) throws SQLException {
        owner(first).setUp();
        owner(first).addPartitions();
        owner(TODAY).addPartitions();
    }

    /** Adds entries, and seals them, four at a time. */
    void add(LocalDate day, int entries) throws SQLException {
        addUnsealed(day, entries);
        seals.seal(4);
    }

    /** Adds entries, one a minute from noon on, as the application does. */
    void addUnsealed(LocalDate day, int entries) throws SQLException {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < entries; i++) {
            run(
                    asApplication(),
                    "INSERT INTO entry (at, kind, action, outcome, account, role, record_type, record, node, detail)"
                            + " SELECT '"
                            + noon.plusSeconds(60L * i)
                                    .toString()
                                    .replace('T', ' ')
                                    .replace("Z", ".000001")
                            + "', 'VIEW', 'READ_CONSULTATION', 'DONE', " + (i + 1)
                            + ", 'DOCTOR', 'CONSULTATION', 'abc', 'node-1', 'results=" + i + "'");
        }
    }

    List<String> partitions() throws SQLException {
        return values("SELECT partition_name FROM information_schema.partitions WHERE table_schema = '" + schema()
                + "' AND table_name = 'entry' ORDER BY partition_ordinal_position");
    }

    /** Each entry as one text. */
    List<String> entries() throws SQLException {
        return values("SELECT CONCAT_WS('|', id, at, kind, action, outcome, account, role, record, node, detail)"
                + " FROM entry ORDER BY id");
    }

    /** The first column of a query, as the application sees it. */
    List<String> values(String query) throws SQLException {
        try (Connection connection = asApplication().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** As somebody who may do everything. */
    void asAdministrator(String sql) {
        server.execute(List.of("USE " + schema(), sql));
    }

    static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the owner has logged. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
