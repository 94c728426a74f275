package org.consilium.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some people who fetch one address again and again, each with a session: a closed loop, bounded by count. */
public final class Load implements AutoCloseable {
    public static final int PEOPLE = 4;
    private static final int SESSIONS = 50;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final URI address;
    private final List<String> cookies = new ArrayList<>();

    private Load(URI address) {
        this.address = address;
    }

    /** People without a session. */
    static Load ofStrangers(URI address) throws IOException, InterruptedException {
        Load load = new Load(address);
        for (int i = 0; i < PEOPLE * SESSIONS; i++) {
            load.cookies.add(load.fetch("bench=" + i)
                    .headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .orElse("bench=" + i));
        }
        return load;
    }

    /** People with these cookies, as many as are a multiple of {@link #PEOPLE}. */
    public static Load of(URI address, List<String> cookies) {
        Load load = new Load(address);
        load.cookies.addAll(cookies);
        return load;
    }

    /** Fetches the address the given number of times in all. */
    public void run(int requests) throws InterruptedException, ExecutionException {
        List<Future<?>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int first = person;
            people.add(threads.submit(() -> {
                for (int i = 0; i < requests / PEOPLE; i++) {
                    fetch(cookies.get(first + PEOPLE * (i % (cookies.size() / PEOPLE))));
                }
                return null;
            }));
        }
        for (Future<?> person : people) {
            person.get();
        }
    }

    /** One person fetches the address once. */
    void once() throws IOException, InterruptedException {
        var unused = fetch(cookies.get(0));
    }

    private HttpResponse<String> fetch(String cookie) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Cookie", cookie).build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(address + " answered " + response.statusCode());
        }
        return response;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
