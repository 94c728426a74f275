package org.consilium.ear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.server.ServerProcess;
import org.consilium.server.bench.Comparison;
import org.consilium.server.bench.Contestant;
import org.consilium.server.bench.Load;

/** Measures a consultation, which is on record, beside the same in an application that puts nothing on record. */
public final class RecordBenchmark {
    private static final int HALF = 2;

    private RecordBenchmark() {}

    /** Takes a folder for what it writes. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try {
            run(Files.createDirectories(Path.of(arguments[0])));
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    private static void run(Path folder) throws IOException, InterruptedException, ExecutionException {
        Person patient = People.patient();
        String thread = "/consultation/" + People.consultation(patient, "On record");
        try (ServerProcess recording = MeasuredServer.start(folder, "redis");
                ServerProcess other = MeasuredServer.start(folder, "redis", UnrecordedApplication.in(folder))) {
            recording.awaitLine("\"message\":\"ready\"");
            other.awaitLine("\"message\":\"ready\"");
            Contestant without = Contestant.base("thread, not on record", other.handle(), other.uri(thread));
            Contestant with = new Contestant(
                    "thread, on record", recording.handle(), recording.uri(thread), without.name(), true);
            List<Contestant> all = List.of(without, with);
            Comparison comparison = new Comparison(Stand.get().redis(), HALF);
            comparison.run(
                    all,
                    List.of(
                            Load.of(without.address(), Windows.of(other.uri("/"), patient)),
                            Load.of(with.address(), Windows.of(recording.uri("/"), patient))));
            System.out.println(comparison.table(all));
            System.out.printf(
                    "a consultation on record takes %.2f x the processor time of the same that is not (goal 1.15)%n",
                    comparison.micros(with) / comparison.micros(without));
        }
    }
}
