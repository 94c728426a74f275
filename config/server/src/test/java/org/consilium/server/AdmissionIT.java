package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that serves as many requests as it may refuses the next one, and reports that. */
class AdmissionIT {
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final int THREADS = 8;
    /** Bytes of a body that the server does not wait for before it calls the application. */
    private static final int LONG = 100_000;
    /** Of four places, one is reserved for people who are signed in. */
    private static final int STRANGERS = 3;

    private final List<Socket> held = new ArrayList<>();
    private final List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();

    private static ServerProcess server;

    private ServerSocket back;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        server = ServerProcess.start(
                directory,
                Map.of("CONSILIUM_HTTP_THREADS", Integer.toString(THREADS)),
                "--deploy",
                ProbeEar.withSessions(directory).toString());
        server.awaitLine("\"message\":\"ready\"");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fill() throws IOException {
        back = new ServerSocket(0, STRANGERS, InetAddress.getLoopbackAddress());
        back.setSoTimeout(30_000);
        for (int i = 0; i < STRANGERS; i++) {
            slow.add(server.client()
                    .sendAsync(
                            HttpRequest.newBuilder(server.uri("/slow?port=" + back.getLocalPort()))
                                    .build(),
                            BodyHandlers.ofString()));
            held.add(back.accept());
        }
    }

    @AfterEach
    void empty() throws Exception {
        letGo();
        back.close();
    }

    @Test
    void refusesTheNextAndTellsSo() throws Exception {
        HttpResponse<String> refused = server.get("/echo", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).get().asString().matches("[2-5]");
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(refused.body()).contains("Temporarily unavailable").contains("</html>");
        assertThat(server.get("/echo", "Accept", "application/json").body()).isEmpty();
        try (Socket connection = send("GET /echo" + HEAD + "\r\n")) {
            // a refused client cannot keep it
            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 503")
                    .contains("Connection: close");
        }
        HttpResponse<String> ready = server.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"overloaded\":\"true\"").contains("\"working\":\"" + STRANGERS + "\"");
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.awaitLine("requests refused in 10 s")).contains("\"level\":\"WARNING\"");
        letGo();
        assertThat(server.get("/echo").statusCode()).isEqualTo(200);
    }

    /** The place is free when the request is over, however it ended. */
    @Test
    void countsNoRequestWhoseSenderHasGone() throws Exception {
        letGo();
        String upload = "POST /upload?port=" + back.getLocalPort() + HEAD + "Content-Type: text/plain\r\n";
        String chunked = upload + "Transfer-Encoding: chunked\r\n\r\n";
        for (String request : List.of(
                "GET /slow?port=" + back.getLocalPort() + HEAD + "\r\n",
                upload + "Content-Length: " + LONG + "\r\n\r\nbegun",
                chunked + Integer.toHexString(LONG) + "\r\n" + "x".repeat(LONG) + "\r\n")) {
            Socket connection = send(request);
            held.add(back.accept());
            connection.close();
            letGo();
        }
        for (int i = 0; i < STRANGERS; i++) {
            try (Socket connection = send(chunked + "none\r\n")) {
                // the server notices without being asked
                int unused = connection.getInputStream().read();
            }
        }
        letGo();
    }

    private static Socket send(String request) throws IOException {
        Socket connection = new Socket(InetAddress.getLoopbackAddress(), server.port());
        connection.setSoTimeout(30_000);
        connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    private void letGo() throws Exception {
        for (Socket socket : held) {
            socket.close();
        }
        for (CompletableFuture<HttpResponse<String>> one : slow) {
            assertThat(one.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(server.get("/health/ready").body()).contains("\"working\":\"0\""));
    }
}
