package org.consilium.ear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.consilium.ear.growth.BulkScript;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.local.demo.DemoData;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SkinPhoto;

/**
 * Runs the same script ({@link Script}) in this application and in a peer on Spring Boot, with the same database
 * server, Redis, image store, and heap, as much data, and in turn, because machines get faster and slower by the
 * minute. It prints what they used for one script. The table stands in ear/README.md.
 */
public final class ScriptBenchmark {
    private static final int PATIENTS = 2_000;
    private static final int CLINICIANS = 40;
    private static final int CONSULTATIONS = 20 * PATIENTS;
    private static final int MESSAGES = 50 * CONSULTATIONS;
    private static final long BUFFER_POOL = 1L << 30;

    private static final int AT_ONCE = 4;
    private static final int WARM_UP = 750;
    private static final int WARM_UP_WITH_PHOTOS = 30;
    private static final int ROUNDS = 2;
    private static final byte[] NO_PHOTO = {};
    private static final double MILLIS = 1000;

    private static final List<Column> COLUMNS = List.of(
            new Column("ms of the application's processor time", used -> MILLIS * used.application()),
            new Column("ms of the database's", used -> MILLIS * used.database()),
            new Column("ms of Redis'", used -> MILLIS * used.redis()),
            new Column("statements", Usage::statements),
            new Column("commands to Redis", Usage::commands));

    private final Path folder;
    private final byte[] photo = SkinPhoto.twelveMegapixels();
    private int next;

    private ScriptBenchmark(Path folder) {
        this.folder = folder;
    }

    /** What is measured, and how many scripts a round has. */
    private enum Phase {
        SIGNED_IN("signed in before, without photos", 150),
        WITH_SIGN_IN("with signing in and out", 150),
        WITH_PHOTOS("with two photos, signed in before", 30);

        private final String title;
        private final int scripts;

        Phase(String title, int scripts) {
            this.title = title;
            this.scripts = scripts;
        }
    }

    /** Takes a folder for what it writes. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try {
            new ScriptBenchmark(Files.createDirectories(Path.of(arguments[0]))).run();
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        Stand stand = Stand.get();
        stand.mariaDb().ifPresent(own -> own.execute(List.of("SET GLOBAL innodb_buffer_pool_size = " + BUFFER_POOL)));
        try (Portal product = ProductPortal.start(folder);
                Portal peer = PeerPortal.start(People.PASSWORD)) {
            fill(stand);
            List<Portal> portals = List.of(product, peer);
            for (Portal portal : portals) {
                warmUp(portal);
            }
            System.out.println("| the script | product | peer | times |\n|---|---|---|---|");
            for (Phase phase : Phase.values()) {
                List<Usage> used = measure(phase, portals);
                print(phase, used.getFirst(), used.getLast());
            }
        }
    }

    private static void fill(Stand stand) {
        new DemoData(stand.database(), stand.s3().createBucket(S3Server.DEFAULT_BUCKET)).load();
        new BulkScript(ScriptBenchmark.class, "script.sql", List.of())
                .run(
                        stand.databaseServer(),
                        stand.database(),
                        Map.of(),
                        Map.of(
                                "once",
                                1L,
                                "patient",
                                (long) PATIENTS,
                                "clinician",
                                (long) CLINICIANS,
                                "consultation",
                                (long) CONSULTATIONS,
                                "message",
                                (long) MESSAGES));
    }

    private void warmUp(Portal portal) throws InterruptedException, ExecutionException {
        run(new Script(portal, photo), WARM_UP_WITH_PHOTOS);
        run(new Script(portal, NO_PHOTO), WARM_UP);
    }

    /** What each of the portals used in all rounds. */
    private List<Usage> measure(Phase phase, List<Portal> portals) throws InterruptedException, ExecutionException {
        List<Usage> sums = new ArrayList<>(Collections.nCopies(portals.size(), Usage.NONE));
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < portals.size(); i++) {
                sums.set(i, sums.get(i).plus(measure(phase, portals.get(i))));
            }
        }
        return sums;
    }

    private Usage measure(Phase phase, Portal portal) throws InterruptedException, ExecutionException {
        Script script = new Script(portal, phase == Phase.WITH_PHOTOS ? photo : NO_PHOTO);
        if (phase == Phase.WITH_SIGN_IN) {
            Usage before = Usage.settled(portal);
            run(script, phase.scripts);
            return Usage.settled(portal).minus(before);
        }
        List<HttpVisit> visits = forEach(people(phase.scripts), script::signIn);
        Usage before = Usage.settled(portal);
        forEach(visits, script::run);
        return Usage.settled(portal).minus(before);
    }

    /** From signing in to signing out. */
    private void run(Script script, int times) throws InterruptedException, ExecutionException {
        forEach(people(times), email -> {
            HttpVisit visit = script.signIn(email);
            script.signOut(visit, script.run(visit));
            return visit;
        });
    }

    /** The next ones, so that all have about as much to do. */
    private List<String> people(int number) {
        int first = next;
        next += number;
        return IntStream.range(first, next)
                .mapToObj(i -> "patient%04d@example.org".formatted(1 + i % PATIENTS))
                .toList();
    }

    private static <T, R> List<R> forEach(List<T> all, Function<T, R> step)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<R> results = new ArrayList<>();
            for (Future<R> done : threads.invokeAll(all.stream()
                    .<Callable<R>>map(each -> () -> step.apply(each))
                    .toList())) {
                results.add(done.get());
            }
            return results;
        }
    }

    private static void print(Phase phase, Usage product, Usage peer) {
        for (Column column : COLUMNS) {
            double ours = column.of.applyAsDouble(product) / (ROUNDS * phase.scripts);
            double theirs = column.of.applyAsDouble(peer) / (ROUNDS * phase.scripts);
            System.out.printf(
                    Locale.ROOT,
                    "| %s: %s | %.1f | %.1f | %.2f |%n",
                    phase.title,
                    column.title,
                    ours,
                    theirs,
                    ours / theirs);
        }
    }

    /** A figure of the table, for a script. */
    private record Column(String title, ToDoubleFunction<Usage> of) {}
}
