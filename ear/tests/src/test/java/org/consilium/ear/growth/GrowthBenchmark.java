package org.consilium.ear.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.ear.growth.GrownHospital.Counters;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.Stand;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;

/**
 * Compares what pages cost with few and with many consultations: the rows that the database reads, the statements that
 * it gets, and the time until the page is there. There is a node for each size, and they are asked in turn, because
 * machines get faster and slower by the minute. The table stands in ear/README.md.
 */
public final class GrowthBenchmark {
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 15;
    private static final int BLOCK = 10;

    private static final long LONG_ENOUGH = Duration.ofSeconds(3).toNanos();

    /** The timers of the nodes ask as well, now and then. */
    private static final int READINGS = 8;

    private final List<GrownHospital> hospitals;

    private GrowthBenchmark(List<GrownHospital> hospitals) {
        this.hospitals = hospitals;
    }

    /** Takes the numbers of consultations, separated by commas. */
    public static void main(String[] arguments) {
        try {
            List<Long> sizes =
                    Arrays.stream(arguments[0].split(",")).map(Long::valueOf).toList();
            prepare(sizes.stream().mapToLong(Long::longValue).max().orElseThrow());
            new GrowthBenchmark(sizes.stream().map(GrowthBenchmark::start).toList()).run();
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    /** As large databases are run: the local one is made for small ones. */
    private static void prepare(long consultations) {
        long megabytes = Math.clamp(consultations / 1_000, 128, 6_144);
        Stand.get()
                .mariaDb()
                .ifPresent(own -> own.execute(List.of(
                        "SET GLOBAL innodb_buffer_pool_size = " + (megabytes << 20),
                        "SET GLOBAL innodb_log_file_size = " + ((megabytes / 2) << 20),
                        "SET GLOBAL innodb_flush_log_at_trx_commit = 2")));
    }

    private static GrownHospital start(long consultations) {
        long begin = System.nanoTime();
        GrownHospital started = GrownHospital.start(consultations);
        System.out.printf(
                Locale.ROOT,
                "%,d consultations: started and filled within %d s%n",
                consultations,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return started;
    }

    private void run() {
        List<Row> rows = GrowingPage.all().stream()
                .map(page -> new Row(
                        page.name(),
                        hospitals.stream()
                                .map(hospital -> Cell.of(page, hospital))
                                .toList()))
                .toList();
        List<Cell> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
        cells.forEach(cell -> cell.load(WARM_UP));
        cells.forEach(cell -> cell.times().clear());
        for (int round = 0; round < ROUNDS; round++) {
            cells.forEach(cell -> cell.load(BLOCK));
        }
        Counters idle = least(() -> {});
        System.out.println("| page | " + String.join(" | ", titles("rows shown, touched: ")) + " | statements | "
                + String.join(" | ", titles("p50, ms: ")) + " | times |");
        System.out.println("|---".repeat(2 * hospitals.size() + 3) + "|");
        rows.forEach(row -> System.out.println(row.line(idle)));
        hospitals.forEach(GrownHospital::close);
    }

    private List<String> titles(String kind) {
        return hospitals.stream()
                .map(hospital -> "%s%,d".formatted(kind, hospital.data().consultations()))
                .toList();
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

    /** A page in all sizes. */
    private record Row(String name, List<Cell> cells) {

        String line(Counters idle) {
            List<Counters> costs =
                    cells.stream().map(cell -> least(cell::open).minus(idle)).toList();
            Stream<String> touched = IntStream.range(0, cells.size())
                    .mapToObj(i -> cells.get(i).shown() + ", " + costs.get(i).rows());
            Stream<String> times = cells.stream().map(cell -> "%.1f".formatted(cell.p50()));
            return Stream.of(
                            Stream.of(name),
                            touched,
                            Stream.of(String.valueOf(costs.getLast().statements())),
                            times,
                            Stream.of("%.2f"
                                    .formatted(cells.getLast().p50()
                                            / cells.getFirst().p50())))
                    .flatMap(part -> part)
                    .reduce("|", (line, part) -> line + " " + part + " |");
        }
    }

    /** A page in one size, and the milliseconds that it took. */
    private record Cell(HttpVisit visit, String path, int shown, List<Double> times) {

        static Cell of(GrowingPage page, GrownHospital hospital) {
            HttpVisit visit = hospital.visit(page.who().apply(hospital.data()));
            String path = page.address().of(hospital.data(), visit);
            Answer first = visit.get(path);
            if (!first.isPage()) {
                throw new AssertionError(path + " answered " + first);
            }
            return new Cell(visit, path, page.rowsShown(first), new ArrayList<>());
        }

        void open() {
            Answer answer = visit.get(path);
            if (!answer.isPage()) {
                throw new AssertionError(path + " answered " + answer);
            }
            times.add(answer.time().toNanos() / 1e6);
        }

        /** So many times, or until it has taken long enough. */
        void load(int pages) {
            long begin = System.nanoTime();
            for (int i = 0; i < pages && System.nanoTime() - begin < LONG_ENOUGH; i++) {
                open();
            }
        }

        double p50() {
            return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
        }
    }
}
