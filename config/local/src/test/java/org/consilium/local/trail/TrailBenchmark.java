package org.consilium.local.trail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.consilium.local.TestFolders;
import org.consilium.local.database.MariaDb;
import org.consilium.local.process.Workspace;
import org.consilium.local.store.Bucket;
import org.consilium.trail.seal.EntryLine;
import org.jspecify.annotations.Nullable;

/**
 * Measures what entries of the trail cost the database: processor time, bytes on disk and in the archive, and the log
 * that is written for them; one statement an entry, as views are recorded, and 100 in a transaction. The capacity plan
 * has the results. {@code TrailBenchmark <seconds>}
 */
public final class TrailBenchmark {
    private static final int CONNECTIONS = 8;
    private static final int TICKS_A_SECOND = 100;
    /** Of InnoDB. */
    private static final int PAGE = 16_384;

    private static final int FIELD_OF_USER_TIME = 11;

    private static final String INSERT = "INSERT INTO entry (at, kind, action, outcome, account, role, record_type,"
            + " record, relation, address, device, node, request, reason, detail, patient)"
            + " SELECT ?, ?, ?, 'DONE', ?, ?, 'CONSULTATION', ?, ?, ?, ?, ?, ?, NULL, NULL, ?";

    private final MariaDb mariaDb;
    private final OwnedTrail trail;
    private final int seconds;

    private TrailBenchmark(MariaDb mariaDb, OwnedTrail trail, int seconds) {
        this.mariaDb = mariaDb;
        this.trail = trail;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        try (Workspace workspace = Workspace.open(TestFolders.empty("trail-benchmark"))) {
            MariaDb mariaDb = MariaDb.start(workspace);
            mariaDb.awaitReady();
            OwnedTrail trail = new OwnedTrail(
                    mariaDb,
                    new Bucket(
                            java.net.URI.create("http://127.0.0.1:1"),
                            "none",
                            "none",
                            "none",
                            Path.of("none"),
                            Path.of("none")),
                    "bench");
            trail.begin(LocalDate.now(ZoneOffset.UTC));
            TrailBenchmark benchmark = new TrailBenchmark(mariaDb, trail, Integer.parseInt(arguments[0]));
            benchmark.measure("warm-up", 1);
            benchmark.measure("one statement an entry", 1);
            benchmark.measure("100 entries a transaction", 100);
            benchmark.measureSize();
        }
    }

    private void measure(String title, int entriesOfTransaction) throws Exception {
        long cpu = cpuTicks();
        long log = logBytes();
        long writes = status("INNODB_DATA_WRITES");
        long begin = System.nanoTime();
        long entries = 0;
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int seed = i;
                running.add(connections.submit(() -> add(seed, entriesOfTransaction)));
            }
            for (Future<Long> connection : running) {
                entries += connection.get();
            }
        }
        double elapsed = (System.nanoTime() - begin) / 1e9;
        double busy = (double) (cpuTicks() - cpu) / TICKS_A_SECOND;
        say(
                "%s: %,.0f entries a second; %.1f us of processor time each, so %,.0f a second and core; %.0f bytes of log and"
                        + " %.2f writes each",
                title,
                entries / elapsed,
                busy / entries * 1e6,
                entries / busy,
                (double) (logBytes() - log) / entries,
                (double) (status("INNODB_DATA_WRITES") - writes) / entries);
    }

    private long add(int seed, int entriesOfTransaction) throws SQLException {
        Random random = new Random(seed + System.nanoTime());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long entries = 0;
        try (Connection connection = trail.asApplication().connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(entriesOfTransaction == 1);
            while (System.nanoTime() < end) {
                for (int i = 0; i < entriesOfTransaction; i++) {
                    fill(insert, random);
                    insert.executeUpdate();
                }
                if (entriesOfTransaction > 1) {
                    connection.commit();
                }
                entries += entriesOfTransaction;
            }
        }
        return entries;
    }

    /** As a page view of the thread, by one of 20,000 people, of one of 200,000 consultations. */
    private static void fill(PreparedStatement insert, Random random) throws SQLException {
        boolean staff = random.nextInt(3) == 0;
        int account = staff ? random.nextInt(400) : 400 + random.nextInt(20_000);
        insert.setObject(1, LocalDateTime.now(ZoneOffset.UTC));
        insert.setString(2, "VIEW");
        insert.setString(3, "READ_CONSULTATION");
        insert.setLong(4, account);
        insert.setString(5, staff ? "DOCTOR" : "PATIENT");
        insert.setString(6, publicId(random.nextInt(200_000)));
        insert.setString(7, staff ? "CARE_TEAM" : "SELF");
        insert.setString(8, "198.51." + account % 200 + '.' + account % 250);
        insert.setString(9, publicId(account));
        insert.setString(10, "i-0" + Integer.toHexString(0x10000000 + random.nextInt(6)) + "00000000");
        insert.setString(11, new UUID(random.nextLong(), random.nextLong()).toString());
        insert.setLong(12, staff ? 400 + random.nextInt(20_000) : account);
    }

    /** Of a number, always the same. */
    private static String publicId(long number) {
        Random random = new Random(number);
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private void measureSize() throws SQLException, IOException {
        trail.asAdministrator("ANALYZE TABLE entry");
        long entries = number("SELECT COUNT(*) FROM entry");
        long bytes = number("SELECT SUM(file_size) FROM information_schema.innodb_sys_tablespaces"
                + " WHERE name LIKE 'bench_trail/entry%'");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        long lines = 0;
        try (Connection connection = trail.asApplication().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT " + String.join(", ", EntryLine.COLUMNS) + " FROM entry ORDER BY id LIMIT 100000");
                Writer writer = new OutputStreamWriter(new GZIPOutputStream(compressed), US_ASCII)) {
            while (rows.next()) {
                @Nullable Object[] row = new Object[EntryLine.COLUMNS.size()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = rows.getObject(column + 1);
                }
                writer.write(EntryLine.of(row).text() + '\n');
                lines++;
            }
        }
        // entries come in the order of ids and times, and those of a kind as well
        long pages = number(
                "SELECT SUM(stat_value) FROM mysql.innodb_index_stats WHERE database_name = 'bench_trail'"
                        + " AND table_name LIKE 'entry%' AND stat_name = 'size' AND index_name NOT IN ('PRIMARY', 'entry_kind')");
        say(
                "%,d entries: %.0f bytes each on disk, of which %.0f in indexes that grow everywhere; %.0f bytes each in the"
                        + " archive",
                entries, (double) bytes / entries, (double) pages * PAGE / entries, (double) compressed.size() / lines);
    }

    /** As somebody who may see the files of the server. */
    private long number(String query) throws SQLException {
        try (Connection connection = mariaDb.administrator().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("USE bench_trail");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long logBytes() throws SQLException {
        return status("INNODB_OS_LOG_WRITTEN");
    }

    private long status(String name) throws SQLException {
        return number(
                "SELECT variable_value FROM information_schema.global_status WHERE variable_name = '" + name + "'");
    }

    /** Of the server, in user and system mode. */
    private long cpuTicks() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/" + mariaDb.process().pid() + "/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ", -1);
        return Long.parseLong(fields[FIELD_OF_USER_TIME]) + Long.parseLong(fields[FIELD_OF_USER_TIME + 1]);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
