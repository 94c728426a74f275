package org.consilium.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server stops: requests in flight are answered, and no files are left. */
class DrainIT {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("CONSILIUM_DRAIN_DELAY", "3", "CONSILIUM_TRUST_PROXY", "true");

    @TempDir
    private Path directory;

    @Test
    void finishesTheRequestInFlightAndExitsWithZero() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        try (ServerProcess server = ServerProcess.start(
                        temporary,
                        ENVIRONMENT,
                        "--deploy",
                        ProbeEar.working(directory).toString());
                ServerSocket back = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.awaitLine("\"message\":\"ready\"");
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            // all others come from a client, behind any proxy
            assertThat(server.get("/echo", ProxyHeaders.ALL).body())
                    .startsWith("secure=true client=203.0.113.9 forwarded=[x-forwarded-for, x-forwarded-proto] ");
            CompletableFuture<HttpResponse<String>> slow = server.client()
                    .sendAsync(
                            HttpRequest.newBuilder(server.uri("/slow?port=" + back.getLocalPort()))
                                    .build(),
                            BodyHandlers.ofString());
            try (Socket held = back.accept();
                    Socket keptAlive = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                server.terminate();
                readinessIsDownAndNothingElse(server);
                server.awaitLine("draining: no new connections");
                acceptsNothingNew(server, keptAlive);
                assertThat(slow).isNotDone();
                held.shutdownOutput();
                assertThat(slow.get(30, SECONDS).statusCode()).isEqualTo(200);
                assertThat(slow.get().body()).isEqualTo("done -1");
            }
            assertThat(server.exitCode()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(server.awaitLine("\"path\":\"/slow\"")).contains("\"status\":200");
            assertThat(server.out()).anyMatch(line -> line.contains("drained: every request is answered"));
            assertThat(server.out()).anyMatch(line -> line.contains("probe destroyed"));
            assertThat(server.out()).anyMatch(line -> line.contains("probe back end released"));
            JsonLines.assertAll(server.out());
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void stopsAtOnceWhileStarting() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        try (ServerProcess server = ServerProcess.start(
                temporary, Map.of(), "--deploy", ProbeEar.working(directory).toString())) {
            server.awaitLine("\"type\":\"log\"");
            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(server.out())
                    .anyMatch(line -> line.contains("stopped while starting"))
                    .noneMatch(line -> line.contains("\"message\":\"ready\""));
        }
    }

    private static void readinessIsDownAndNothingElse(ServerProcess server) throws Exception {
        server.awaitLine("draining: readiness is down");
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/echo").statusCode()).isEqualTo(200);
        assertThat(server.settledOut()).noneMatch(line -> line.contains("draining: no new connections"));
    }

    /** A new connection is refused; a request on an open one is still answered, and is its last. */
    private static void acceptsNothingNew(ServerProcess server, Socket keptAlive) throws IOException {
        // the port is closed when its thread has run next
        await().untilAsserted(() -> assertThatThrownBy(
                        () -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close())
                .isInstanceOf(ConnectException.class));
        keptAlive.setSoTimeout(20_000);
        keptAlive
                .getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        String answer = new String(keptAlive.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("Connection: close");
    }
}
