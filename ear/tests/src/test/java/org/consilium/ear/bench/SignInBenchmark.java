package org.consilium.ear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.consilium.ear.stand.BackEndsOfTests;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.server.ServerProcess;
import org.consilium.server.bench.OpenLoad;

/**
 * Measures what people who are signed in notice of strangers who guess 50 passwords a second: the time within which 99
 * of 100 pages are there, with and without them. Client and node share one machine.
 */
public final class SignInBenchmark {
    private static final int WINDOWS = 20;
    /** Every other one is of a person who is signed in. */
    private static final double PAGES_PER_SECOND = 40;

    private static final int SECONDS = 30;
    private static final double HUNDREDTH = 0.99;

    private SignInBenchmark() {}

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
        try (ServerProcess server = MeasuredServer.start(folder, "redis")) {
            server.awaitLine("\"message\":\"ready\"");
            List<String> cookies = Stream.generate(() -> Visitors.signedIn(server.uri("/"), patient))
                    .limit(WINDOWS)
                    .map(visit -> "JSESSIONID=" + visit.cookie("JSESSIONID"))
                    .toList();
            OpenLoad pages = new OpenLoad(server.uri("/consultations"), cookies);
            SignInFlood flood = new SignInFlood(server.uri("/"));
            measure(pages, flood); // warms up
            measure(pages, flood);
        }
    }

    private static void measure(OpenLoad pages, SignInFlood flood) throws InterruptedException, ExecutionException {
        double quiet = p99(pages.run(PAGES_PER_SECOND, Duration.ofSeconds(SECONDS)));
        // not in the common pool, which completes the requests for pages
        CompletableFuture<Map<Integer, Integer>> guesses =
                CompletableFuture.supplyAsync(() -> guess(flood), task -> new Thread(task).start());
        double busy = p99(pages.run(PAGES_PER_SECOND, Duration.ofSeconds(SECONDS)));
        System.out.printf(
                "p99 of a page: %.1f ms, with 50 sign-ins a second %.1f ms, %.2f x (goal 2); sign-ins by status: %s%n",
                quiet, busy, busy / quiet, guesses.get());
    }

    private static Map<Integer, Integer> guess(SignInFlood flood) {
        try {
            return flood.run(SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static double p99(List<OpenLoad.Answer> answers) {
        List<Duration> times = answers.stream()
                .filter(OpenLoad.Answer::withCookie)
                .peek(SignInBenchmark::requirePage)
                .map(OpenLoad.Answer::time)
                .sorted()
                .toList();
        return times.get((int) (HUNDREDTH * (times.size() - 1))).toNanos() / 1e6;
    }

    private static void requirePage(OpenLoad.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("a page was answered with status " + answer.status());
        }
    }
}
