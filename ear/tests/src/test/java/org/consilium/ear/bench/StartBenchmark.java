package org.consilium.ear.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.AotCache;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Workspace;
import org.consilium.server.bench.Load;

/**
 * Measures the start of a node, from {@code java -jar server.jar} until it is ready, with and without the AOT cache and
 * C2, and what a page costs when each of them is warm, also without the limit of requests. The table stands in
 * config/server/README.md.
 */
public final class StartBenchmark {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 20_000;
    private static final int BLOCKS = 21;
    private static final int BLOCK = 400;
    private static final int SESSIONS = 5 * Load.PEOPLE;

    private static final String C1 = "-XX:TieredStopAtLevel=1";
    private static final String C2 = "-XX:TieredStopAtLevel=4";
    private static final String NO_CACHE = "-XX:AOTMode=off";
    private static final String BOUNDED = "bounded";

    private final Person patient = People.patient();

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
        String[] production = production();
        List<Variant> variants = List.of(
                new Variant("C2", BOUNDED, C2, NO_CACHE),
                new Variant("C2, AOT cache (production)", BOUNDED, production),
                new Variant("C2, AOT cache, admission open", "open", production),
                new Variant("C1", BOUNDED, C1, NO_CACHE),
                new Variant("C1, AOT cache (local stack, tests)", BOUNDED, C1));
        for (int round = 0; round < ROUNDS; round++) {
            for (Variant variant : variants) {
                start(variant).close();
            }
        }
        measurePages(variants);
        System.out.println("| variant | CPU-seconds to ready | seconds to ready | CPU-milliseconds a page, warm |");
        System.out.println("|---|---|---|---|");
        variants.forEach(variant -> System.out.println(variant.row()));
    }

    /**
     * With a cache that is recorded with C2 and G1, as that of the machine image; with C2 and the serial collector, the
     * virtual machine crashes when it writes the recording (JDK 25.0.3).
     */
    private static String[] production() {
        Workspace workspace = Stand.get().workspace();
        AotCache cache = AotCache.in(workspace.folder("aot-cache"));
        cache.record(workspace, settings().withJavaOptions(C2, "-XX:-UseSerialGC", "-XX:+UseG1GC"));
        return Stream.concat(Stream.of(C2), cache.options().stream()).toArray(String[]::new);
    }

    private static NodeSettings settings() {
        int port = Ports.free();
        return NodeSettings.of("started-" + port, port).with(Stand.get().configuration(MariaDb.DEFAULT_DATABASE));
    }

    private static Node start(Variant variant) {
        long begin = System.nanoTime();
        NodeSettings settings = settings()
                .with("consilium.server.admission", variant.admission())
                .withJavaOptions(variant.options().toArray(String[]::new));
        Node node = Node.start(Stand.get().workspace(), settings).awaitReady();
        variant.wall().add((System.nanoTime() - begin) / 1e9);
        variant.cpu().add(cpu(node).toMillis() / 1e3);
        return node;
    }

    /**
     * The processor time that a list of consultations costs. The nodes run beside each other and are asked in turn:
     * machines get faster and slower by the minute.
     */
    private void measurePages(List<Variant> variants) throws InterruptedException, ExecutionException {
        List<Warm> nodes = new ArrayList<>();
        try {
            for (Variant variant : variants) {
                nodes.add(new Warm(variant, start(variant), patient));
            }
            for (Warm node : nodes) {
                node.load().run(WARM_UP);
            }
            for (int block = 0; block < BLOCKS; block++) {
                for (Warm node : nodes) {
                    node.measure();
                }
            }
        } finally {
            nodes.forEach(Warm::close);
        }
    }

    /** A node under load. */
    private record Warm(Variant variant, Node node, Load load) {
        Warm(Variant variant, Node node, Person patient) {
            this(variant, node, Load.of(node.address().resolve("/consultations"), cookies(node, patient)));
        }

        private static List<String> cookies(Node node, Person patient) {
            return Stream.generate(() -> Visitors.signedIn(node.address(), patient))
                    .limit(SESSIONS)
                    .map(visit -> "JSESSIONID=" + visit.cookie("JSESSIONID"))
                    .toList();
        }

        void measure() throws InterruptedException, ExecutionException {
            Duration before = cpu(node);
            load.run(BLOCK);
            variant.page().add(cpu(node).minus(before).toNanos() / 1e6 / BLOCK);
        }

        void close() {
            load.close();
            node.close();
        }
    }

    private static Duration cpu(Node node) {
        return ProcessHandle.of(node.process().pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }
}
