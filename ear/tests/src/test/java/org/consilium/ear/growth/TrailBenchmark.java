package org.consilium.ear.growth;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.consilium.ear.growth.GrownHospital.Counters;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;

/**
 * Measures the audit trail with many entries: how fast one node seals and reviews them, and for the reports of the
 * privacy officer the rows that the database reads, and the time until the page is there. The goal is a second for each
 * report. The table stands in ear/README.md.
 */
public final class TrailBenchmark {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    /** The timers of the node ask as well, now and then. */
    private static final int READINGS = 5;

    /** All of them within the days that are looked at. */
    private static final long REVIEWED = 100_000;

    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final long CONSULTATIONS = 100_000;
    private static final String OFFICER = "privacy@example.org";

    private final GrownHospital hospital;
    private final Database database;
    private final StoredTrail trail;

    private TrailBenchmark(GrownHospital hospital, Database database) {
        this.hospital = hospital;
        this.database = database;
        this.trail = StoredTrail.of(database);
    }

    /** Takes the number of entries. */
    public static void main(String[] arguments) {
        try {
            long entries = Long.parseLong(arguments[0]);
            Stand stand = Stand.get();
            stand.mariaDb()
                    .ifPresent(own -> own.execute(List.of(
                            "SET GLOBAL innodb_buffer_pool_size = " + (Math.clamp(entries / 2_000, 512, 6_144) << 20),
                            "SET GLOBAL innodb_log_file_size = " + (1L << 30),
                            "SET GLOBAL innodb_flush_log_at_trx_commit = 2")));
            try (GrownHospital hospital = GrownHospital.start(CONSULTATIONS)) {
                Database database = stand.database("growth_" + CONSULTATIONS);
                TrailBenchmark benchmark = new TrailBenchmark(hospital, database);
                benchmark.fill(stand.databaseServer(), entries);
                benchmark.review();
                benchmark.run();
            }
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    /** Adds the entries, which the node seals; none of them is reviewed yet. */
    private void fill(DatabaseServer server, long entries) {
        reviewedUpTo(Long.MAX_VALUE);
        long begin = System.nanoTime();
        new TrailRows(entries).load(server, database);
        tell("added", entries, begin);
        await(() -> trail.sealedUpTo() >= trail.newestEntry());
        tell("added and sealed", entries, begin);
    }

    /** Lets the node review the newest entries. */
    private void review() {
        long begin = System.nanoTime();
        reviewedUpTo(trail.newestEntry() - REVIEWED);
        await(() ->
                trail.number("SELECT entry_id FROM " + position() + " WHERE name = 'ENTRIES'") >= trail.newestEntry());
        tell("reviewed", REVIEWED, begin);
    }

    private void reviewedUpTo(long id) {
        trail.change("UPDATE " + position() + " SET entry_id = " + id + " WHERE name = 'ENTRIES'");
    }

    private String position() {
        // the account has the name of the database
        return database.user() + ".review_position";
    }

    private static void tell(String done, long entries, long begin) {
        Duration passed = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                Locale.ROOT,
                "%,d entries: %s within %d s, %,d a second%n",
                entries,
                done,
                passed.toSeconds(),
                entries * 1_000 / passed.toMillis());
    }

    private static void await(BooleanSupplier done) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(done::getAsBoolean);
    }

    private String id(String email) {
        return GrownHospital.text(database, "SELECT public_id FROM account WHERE email = '" + email + "'");
    }

    /** Signs in first: to fill the trail takes longer than a session lasts. */
    private Map<String, Page> pages() {
        HttpVisit office = hospital.visit(OFFICER);
        UnaryOperator<String> next =
                path -> Visitors.page(office, path).select(".more a").attr("href");
        String patientId = id("p7@growth.example");
        String doctorId = id(GrowthData.CLINICIAN);
        String address = "10.0.7.3";
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String week = "&from=" + today.minusDays(7);
        Map<String, String> reports = new LinkedHashMap<>();
        reports.put("everything, the newest first", "/privacy/trail");
        reports.put("one kind", "/privacy/trail?kind=EXPORT");
        reports.put("who touched this patient", "/privacy/trail?patient=" + patientId);
        reports.put("what this account did", "/privacy/trail?person=" + doctorId);
        reports.put("what this account did, following", next.apply("/privacy/trail?person=" + doctorId));
        reports.put(
                "what this account did with this patient's record",
                "/privacy/trail?person=" + doctorId + "&patient=" + patientId);
        reports.put("what this account did of a rare kind", "/privacy/trail?person=" + doctorId + "&kind=EXPORT");
        reports.put("what was done with a record", "/privacy/trail?record=trail-record-000000007");
        reports.put("what came from an address", Visitors.search(office, "/privacy/trail", address));
        reports.put("patients affected by an account, in a week", "/privacy/affected?person=" + doctorId + week);
        reports.put("patients affected by an account, in a year", "/privacy/affected?person=" + doctorId);
        reports.put(
                "patients affected from an address, in a week",
                Visitors.search(office, "/privacy/affected", address) + week);
        reports.put("patients affected through a record", "/privacy/affected?record=trail-record-000000007");
        Map<String, Page> pages = new LinkedHashMap<>();
        reports.forEach((name, path) -> pages.put(name, new Page(office, path)));
        pages.put(
                "who has seen my record",
                new Page(hospital.visit(hospital.data().patient()), "/account/accesses"));
        return pages;
    }

    private void run() {
        Counters idle = least(() -> {});
        System.out.println("| report | rows read | p50, ms | longest, ms |");
        System.out.println("|---|---|---|---|");
        pages().forEach((name, page) -> {
            for (int i = 0; i < WARM_UP; i++) {
                page.open();
            }
            List<Double> times = IntStream.range(0, ROUNDS)
                    .mapToObj(round -> page.millis())
                    .sorted()
                    .toList();
            long rows = least(page::open).minus(idle).rows();
            System.out.printf(
                    Locale.ROOT, "| %s | %,d | %.1f | %.1f |%n", name, rows, times.get(ROUNDS / 2), times.getLast());
        });
    }

    /** The least of what the database counts during some readings of the same step. */
    private static Counters least(Runnable step) {
        return IntStream.range(0, READINGS)
                .mapToObj(reading -> {
                    Counters before = Counters.read();
                    step.run();
                    return Counters.read().minus(before);
                })
                .reduce(Counters::least)
                .orElseThrow();
    }

    private record Page(HttpVisit visit, String path) {

        void open() {
            var unused = millis();
        }

        double millis() {
            Answer answer = visit.get(path);
            if (!answer.isPage()) {
                throw new AssertionError(path + " answered " + answer);
            }
            return answer.time().toNanos() / 1e6;
        }
    }
}
