package org.consilium.ear.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.consilium.ear.browser.Hospital;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.browser.PlainVisit;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.Stand;
import org.consilium.local.MariaDb;
import org.consilium.local.Node;
import org.consilium.local.NodeSettings;
import org.consilium.local.Ports;
import org.consilium.server.bench.Load;

/**
 * Measures the start of a node, from {@code java -jar server.jar} until it is ready, with and without the AOT cache and
 * C2, and what a page costs when each of them is warm, also without the limit of requests. The table stands in
 * config/server/README.md.
 */
public final class StartBenchmark {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 20_000;
    private static final int PAGES = 8_000;
    private static final int SESSIONS = 5 * Load.PEOPLE;

    private static final String C1 = "-XX:TieredStopAtLevel=1";
    private static final String C2 = "-XX:TieredStopAtLevel=4";
    private static final String NO_CACHE = "-XX:AOTMode=off";
    private static final String BOUNDED = "bounded";

    private final Person patient = Hospital.patient();

    /** A way to start a node, and what has been measured of it so far. */
    private record Variant(
            String name,
            String admission,
            List<String> options,
            List<Double> cpu,
            List<Double> wall,
            List<Double> page) {
        Variant(String name, String admission, String... options) {
            this(name, admission, List.of(options), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        String row() {
            return String.format(
                    Locale.ROOT, "| %s | %.1f | %.1f | %.2f |", name, median(cpu), median(wall), median(page));
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
        }
    }

    /** Needs JDK 25, whose options it gives. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try {
            new StartBenchmark().run();
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    private void run() throws InterruptedException, ExecutionException {
        Stand.get().node().stop(); // it has made the tables and the cache
        List<Variant> variants = List.of(
                new Variant("C2", BOUNDED, C2, NO_CACHE),
                new Variant("C2, AOT cache (production)", BOUNDED, C2),
                new Variant("C2, AOT cache, admission open", "open", C2),
                new Variant("C1", BOUNDED, C1, NO_CACHE),
                new Variant("C1, AOT cache (local stack, tests)", BOUNDED, C1));
        for (int round = 0; round < ROUNDS; round++) {
            for (Variant variant : variants) {
                measure(variant, round == 0);
            }
        }
        System.out.println("| variant | CPU-seconds to ready | seconds to ready | CPU-milliseconds a page, warm |");
        System.out.println("|---|---|---|---|");
        variants.forEach(variant -> System.out.println(variant.row()));
    }

    private void measure(Variant variant, boolean withPages) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        NodeSettings settings = NodeSettings.of("started", Ports.free())
                .with(Stand.get().configuration(MariaDb.DEFAULT_DATABASE))
                .with("consilium.server.admission", variant.admission())
                .withJavaOptions(variant.options().toArray(String[]::new));
        try (Node node = Node.start(Stand.get().workspace(), settings).awaitReady()) {
            variant.wall().add((System.nanoTime() - begin) / 1e9);
            variant.cpu().add(cpu(node).toMillis() / 1e3);
            if (withPages) {
                variant.page().add(page(node));
            }
        }
    }

    /** Milliseconds of processor time that a list of consultations costs. */
    private double page(Node node) throws InterruptedException, ExecutionException {
        List<String> cookies = Stream.generate(() -> PlainVisit.at(node.address()))
                .limit(SESSIONS)
                .map(visit -> visit.signedIn(patient.email()))
                .map(visit -> "JSESSIONID=" + visit.cookie("JSESSIONID").get(0))
                .toList();
        try (Load load = Load.of(node.address().resolve("/consultations"), cookies)) {
            load.run(WARM_UP);
            Duration before = cpu(node);
            load.run(PAGES);
            return cpu(node).minus(before).toNanos() / 1e6 / PAGES;
        }
    }

    private static Duration cpu(Node node) {
        return ProcessHandle.of(node.process().pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }
}
