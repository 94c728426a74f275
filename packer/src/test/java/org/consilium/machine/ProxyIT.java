package org.consilium.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.consilium.local.process.Workspace;
import org.consilium.machine.stand.Proxy;
import org.consilium.machine.stand.SlowSenders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy with the image's configuration, in front of a server with few threads. */
class ProxyIT {

    private static final int THREADS = 4;
    private static final int SLOW = 300;
    private static final boolean CI = Optional.ofNullable(System.getenv("CI")).isPresent();

    @TempDir
    private Path folder;

    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private HttpServer server;
    private Workspace workspace;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> program = haproxy();
        assumeTrue(program.isPresent() || CI, "the proxy is not tested here: haproxy is missing");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), SLOW);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        workspace = Workspace.open(folder);
        port = Proxy.start(workspace, program.orElseThrow(), server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        workspace.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void slowSendersReachNoThreadOfTheServer() throws Exception {
        String figures = SlowSenders.attack(port, SLOW, "/page");
        System.out.println("   " + figures);
        assertThat(unfinished.get())
                .as("requests that the server had to wait for")
                .isZero();
    }

    /** A form with photos, without JavaScript. */
    @Test
    void aLargeBodyIsPassedOnWhole() throws Exception {
        byte[] body = new byte[20_000_000];
        Arrays.fill(body, (byte) 'x');
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/page"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .timeout(Duration.ofSeconds(30))
                .build();
        int status;
        try (HttpClient client = SlowSenders.client()) {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        }
        assertThat(status).isEqualTo(200);
        assertThat(received.get()).isEqualTo(body.length);
    }

    private void answer(HttpExchange exchange) throws IOException {
        unfinished.incrementAndGet();
        try (exchange) {
            received.addAndGet(exchange.getRequestBody().readAllBytes().length);
            unfinished.decrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Optional<Path> haproxy() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
