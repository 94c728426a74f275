package org.consilium.ear.service;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets several people do something at the same moment, each in a thread of its own. */
final class Together {

    private static final int SECONDS = 60;

    private Together() {}

    /** What came of each call, in the order of the calls. */
    static <T> List<Outcome<T>> run(List<? extends Callable<T>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> begun = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await(SECONDS, TimeUnit.SECONDS);
                        return call.call();
                    }))
                    .toList();
            return begun.stream().map(Together::outcome).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Outcome<T> outcome(Future<T> future) {
        try {
            return new Outcome<>(future.get(SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause());
        } catch (Exception e) {
            return new Outcome<>(null, e);
        }
    }

    /** What a call returned, or what it threw. */
    record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        boolean succeeded() {
            return failure == null;
        }
    }
}
