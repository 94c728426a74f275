package org.consilium.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** People who arrive at a steady rate, whether earlier ones have been served or not: an open model of load. */
public final class OpenLoad {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final List<String> cookies;

    /** Everybody fetches the same address, every other one with one of these cookies. */
    public OpenLoad(URI address, List<String> cookies) {
        this.address = address;
        this.cookies = List.copyOf(cookies);
    }

    /** A response and its time; status 0 if there was none. */
    public record Answer(boolean withCookie, int status, Duration time, String retryAfter) {}

    /**
     * Sends requests for a while, and waits for their answers.
     *
     * @param perSecond how many
     * @param length for how long they come
     */
    public List<Answer> run(double perSecond, Duration length) throws InterruptedException {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<?>> open = new ArrayList<>();
        long begin = System.nanoTime();
        long gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        long count = length.toNanos() / gap;
        for (int i = 0; i < count; i++) {
            long due = begin + i * gap;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            open.add(send(i % 2 == 0 ? cookie(i / 2) : null, answers));
        }
        try {
            CompletableFuture.allOf(open.toArray(CompletableFuture<?>[]::new))
                    .get(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(answers);
    }

    private String cookie(int person) {
        return cookies.get(person % cookies.size());
    }

    private CompletableFuture<?> send(@Nullable String cookie, Queue<Answer> answers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "text/html");
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        long begin = System.nanoTime();
        return client.sendAsync(request.build(), BodyHandlers.discarding())
                .handle((response, failure) -> answers.add(answer(cookie != null, begin, response)));
    }

    private static Answer answer(boolean withCookie, long begin, @Nullable HttpResponse<Void> response) {
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return response == null
                ? new Answer(withCookie, 0, time, "")
                : new Answer(
                        withCookie,
                        response.statusCode(),
                        time,
                        response.headers().firstValue("Retry-After").orElse(""));
    }

    /** The rate at which the given number of people fetch if each waits for the answer. */
    public double capacity(int people, Duration length) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + length.toNanos();
        List<CompletableFuture<Integer>> counts = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String cookie = cookie(person);
            counts.add(CompletableFuture.supplyAsync(() -> fetchUntil(end, cookie), task -> new Thread(task).start()));
        }
        int all = 0;
        for (CompletableFuture<Integer> count : counts) {
            all += count.get();
        }
        return all / (double) length.toSeconds();
    }

    private int fetchUntil(long end, String cookie) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Cookie", cookie)
                .build();
        int count = 0;
        try {
            while (System.nanoTime() < end) {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    count++;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count;
    }
}
