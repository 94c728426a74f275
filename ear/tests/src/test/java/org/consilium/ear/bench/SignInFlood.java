package org.consilium.ear.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** Strangers who guess passwords at a steady rate, whether earlier guesses have been answered or not. */
final class SignInFlood {
    private static final int STRANGERS = 200;
    private static final int THREADS = 100;
    private static final int PER_SECOND = 50;

    private final List<Callable<Integer>> guesses;

    SignInFlood(URI home) {
        guesses = IntStream.range(0, STRANGERS)
                .mapToObj(number -> guess(HttpVisit.at(home)))
                .toList();
    }

    private static Callable<Integer> guess(HttpVisit visit) {
        HtmlForm form = HtmlForm.in(visit.get("/sign-in").body(), "signin")
                .with("email", People.id() + "@example.org")
                .with("password", "incorrect horse battery");
        return () -> visit.post("/sign-in", form).status();
    }

    /** Guesses for a while, and counts the answers of each status. */
    ConcurrentMap<Integer, Integer> run(int seconds) throws InterruptedException {
        ConcurrentMap<Integer, Integer> counts = new ConcurrentHashMap<>();
        List<Future<Integer>> begun = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begin = System.nanoTime();
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Callable<Integer> guess = guesses.get(i % STRANGERS);
            begun.add(threads.submit(() -> counts.merge(guess.call(), 1, Integer::sum)));
        }
        threads.shutdown();
        boolean answered = threads.awaitTermination(1, TimeUnit.MINUTES);
        if (!answered || begun.stream().anyMatch(guess -> guess.state() != Future.State.SUCCESS)) {
            throw new IllegalStateException("guesses were not answered: " + counts);
        }
        return counts;
    }
}
