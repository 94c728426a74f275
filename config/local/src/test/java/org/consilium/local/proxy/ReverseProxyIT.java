package org.consilium.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReverseProxyIT {
    private static final long MEGABYTE = 1024 * 1024;

    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private EchoNode one;
    private EchoNode two;
    private ReverseProxy proxy;

    @BeforeEach
    void start() throws InterruptedException {
        one = EchoNode.start("one", 0);
        two = EchoNode.start("two", 0);
        proxy = ReverseProxy.start("127.0.0.1", Ports.free(), List.of(one.address(), two.address()), events::add);
        awaitEvent("in service");
        awaitEvent("in service");
    }

    @AfterEach
    void stop() {
        proxy.close();
        one.close();
        two.close();
    }

    @Test
    void sendsRequestsToTheNodesInTurnRegardlessOfTheSession() {
        List<String> names = IntStream.range(0, 6).mapToObj(i -> whoAnswers()).toList();
        assertThat(names).containsOnly("one", "two");
        assertThat(names.get(0)).isNotEqualTo(names.get(1)).isEqualTo(names.get(2));
        assertThat(one.requests()).isEqualTo(3);
    }

    @Test
    void aNodeGetsRequestsOnlyWhileItIsReady() throws InterruptedException {
        one.ready(false);
        awaitEvent(one.address() + " is out of service");
        assertThat(Stream.generate(this::whoAnswers).limit(4)).containsOnly("two");
        one.ready(true);
        awaitEvent(one.address() + " is in service");
        assertThat(Stream.generate(this::whoAnswers).limit(4)).contains("one", "two");
        assertThat(proxy.inService()).containsExactly(one.address(), two.address());
    }

    @Test
    void answers503WithRetryAfterWhenNoNodeIsReady() throws InterruptedException {
        one.ready(false);
        two.ready(false);
        awaitEvent("out of service");
        awaitEvent("out of service");
        HttpResponse<String> answer = send(request());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void replacesTheForwardedHeadersOfTheClient() {
        String[] headers = {
            "X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Port", "443", "Forwarded", "for=192.0.2.1", "X-Forwarded-Prefix", "/evil"
        };
        String echo = send(request().headers(headers)).body();
        assertThat(echo)
                .contains("\nx-forwarded-for: 127.0.0.1\n", "\nx-forwarded-proto: http\n")
                .contains("\nx-forwarded-host: 127.0.0.1:" + proxy.port() + "\n")
                .contains("\nhost: 127.0.0.1:" + proxy.port() + "\n")
                .doesNotContain("192.0.2.1", "evil", "\nx-forwarded-port: 443\n", "\nforwarded:");
    }

    @Test
    void triesTheNextNodeWhenOneRefusesTheConnection() {
        one.close();
        // even before the health check has noticed
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = send(request().POST(BodyPublishers.ofString("a message")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("two\nPOST 9\n");
        }
    }

    @Test
    void neverSendsARequestTwice() {
        one.closeConnections();
        two.closeConnections();
        assertThat(send(request().POST(BodyPublishers.ofString("a message"))).statusCode())
                .isEqualTo(503);
        assertThat(one.requests() + two.requests()).isEqualTo(1);
    }

    @Test
    void acceptsLargeUploads() {
        byte[] megabyte = new byte[(int) MEGABYTE];
        HttpRequest.Builder upload = request()
                .POST(BodyPublishers.ofByteArrays(
                        () -> IntStream.range(0, 600).mapToObj(i -> megabyte).iterator()));
        assertThat(send(upload).body()).contains("POST " + 600 * MEGABYTE + "\n");
    }

    @Test
    void forwardsUpgrades() throws IOException, InterruptedException {
        try (ServerSocket node = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serveUpgrades(node), "upgrading-node");
            serving.setDaemon(true);
            serving.start();
            URI address = URI.create("http://127.0.0.1:" + node.getLocalPort() + "/");
            try (ReverseProxy before = ReverseProxy.start("127.0.0.1", Ports.free(), List.of(address), events::add)) {
                awaitEvent(address + " is in service");
                assertThat(echoAfterUpgrade(before.port())).isEqualTo("hello");
            }
        }
    }

    private static String echoAfterUpgrade(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "GET /live HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
            assertThat(head(socket)).startsWith("HTTP/1.1 101").containsIgnoringCase("upgrade: websocket");
            write(socket, "hello");
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }

    /** Answers a health check, or switches protocols and echoes five bytes. */
    private static void serveUpgrades(ServerSocket node) {
        while (!node.isClosed()) {
            try (Socket socket = node.accept()) {
                if (head(socket).startsWith("GET /live")) {
                    write(socket, "HTTP/1.1 101 x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
                    socket.getOutputStream().write(socket.getInputStream().readNBytes(5));
                    assertThat(socket.getInputStream().read()).isNegative();
                } else {
                    write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                }
            } catch (IOException e) {
                // the test is over
                return;
            }
        }
    }

    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void failsIfItsPortIsInUse() {
        assertThatThrownBy(() -> ReverseProxy.start("127.0.0.1", proxy.port(), List.of()))
                .isInstanceOf(StartException.class)
                .hasMessage("cannot listen on port %d: its port is in use", proxy.port());
    }

    private void awaitEvent(String text) throws InterruptedException {
        String line;
        do {
            line = events.poll(10, TimeUnit.SECONDS);
        } while (line != null && !line.contains(text));
        assertThat(line).as(text).isNotNull();
    }

    private String whoAnswers() {
        return send(request().header("Cookie", "JSESSIONID=0123.one"))
                .body()
                .lines()
                .findFirst()
                .orElse("nobody");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/page"))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
