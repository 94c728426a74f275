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

/**
 * Measures pages of the application with sessions in Redis beside the same in memory: the list of consultations, which
 * is only read, and a consultation with its form, which leaves the state of a page in the session. Beside them, what
 * each page costs at least: one of words alone, which asks no service.
 */
public final class PageBenchmark {
    private static final int QUARTER = 4;

    private final Path folder;
    private final Person patient = People.patient();
    private final String thread = "/consultation/" + People.consultation(patient, "Measured");

    private PageBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Takes a folder for what it writes. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try {
            new PageBenchmark(Files.createDirectories(Path.of(arguments[0]))).run();
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        try (ServerProcess inRedis = MeasuredServer.start(folder, "redis");
                ServerProcess inMemory = MeasuredServer.start(folder, "memory")) {
            inRedis.awaitLine("\"message\":\"ready\"");
            inMemory.awaitLine("\"message\":\"ready\"");
            Contestant words = base("words alone, memory", inMemory, "/privacy-notice");
            Contestant wordsInRedis = redis("words alone, Redis", inRedis, "/privacy-notice", words);
            Contestant list = base("list, memory", inMemory, "/consultations");
            Contestant listInRedis = redis("list, Redis", inRedis, "/consultations", list);
            Contestant form = base("thread and form, memory", inMemory, thread);
            Contestant formInRedis = redis("thread and form, Redis", inRedis, thread, form);
            List<Contestant> all = List.of(words, wordsInRedis, list, listInRedis, form, formInRedis);
            List<String> ofMemory = Windows.of(inMemory.uri("/"), patient);
            List<String> ofRedis = Windows.of(inRedis.uri("/"), patient);
            Comparison comparison = new Comparison(Stand.get().redis(), QUARTER);
            comparison.run(
                    all,
                    List.of(
                            Load.of(words.address(), ofMemory),
                            Load.of(wordsInRedis.address(), ofRedis),
                            Load.of(list.address(), ofMemory),
                            Load.of(listInRedis.address(), ofRedis),
                            Load.of(form.address(), ofMemory),
                            Load.of(formInRedis.address(), ofRedis)));
            System.out.println(comparison.table(all));
            System.out.printf(
                    "a page in Redis is %.2f x (list) and %.2f x (form) the same in memory (goal 1.3)%n",
                    comparison.micros(listInRedis) / comparison.micros(list),
                    comparison.micros(formInRedis) / comparison.micros(form));
        }
    }

    private static Contestant base(String name, ServerProcess server, String path) {
        return Contestant.base(name, server.handle(), server.uri(path));
    }

    private static Contestant redis(String name, ServerProcess server, String path, Contestant base) {
        return new Contestant(name, server.handle(), server.uri(path), base.name(), true);
    }
}
