package org.consilium.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Windows of one browser, each with one request at a time. */
final class Windows implements AutoCloseable {
    private final ExecutorService threads;
    private final List<CompletableFuture<Object>> results = new ArrayList<>();

    Windows(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    void add(Supplier<Object> request) {
        results.add(CompletableFuture.supplyAsync(request, threads));
    }

    List<Object> results() {
        return results.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
