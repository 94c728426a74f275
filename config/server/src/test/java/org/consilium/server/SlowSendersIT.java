package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of senders whose requests arrive byte by byte occupy no thread that others need, and are cut off. */
class SlowSendersIT {
    /** Of each kind: more in all than the server receives at once. */
    private static final int SENDERS = 400;

    /** Each of another length. */
    private static final int FORMS = 200;

    private static final int THREADS = 8;
    private static final Duration ANSWERED = Duration.ofSeconds(1);

    private static final String POST = "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";

    private static ServerProcess server;

    private final List<Socket> slow = new ArrayList<>();

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

    @Test
    void holdUpNobodyAndAreCutOff() throws Exception {
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
                Socket steady = connect()) {
            // longer than any deadline that does not grow with the length
            sendSteadily(steady, 120_000, 8_000, clock);
            // until more of it has arrived than of a request that stands still
            await().pollDelay(Duration.ofSeconds(3))
                    .untilAsserted(
                            () -> assertThat(server.get("/health/ready").body()).contains("\"working\":\"1\""));
            for (int i = 0; i < SENDERS; i++) {
                slow.add(send("GET /echo HTTP/1.1\r\nHost: "));
                slow.add(send(POST + "1000\r\n\r\nfield="));
                slow.add(send(POST + "1000000\r\n\r\nfield="));
            }
            ScheduledFuture<?> unused = clock.scheduleAtFixedRate(this::sendOneByteEach, 1, 1, TimeUnit.SECONDS);

            await().during(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(10)).until(SlowSendersIT::isAnsweredInTime);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(slow).allMatch(SlowSendersIT::isCutOff));
            assertThat(server.awaitLine("requests arrived too slowly")).contains("\"level\":\"INFO\"");
            assertThat(head(steady)).startsWith("HTTP/1.1 200");
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** Grizzly pools its messages, and compressing an answer returns one to the pool twice. */
    @Test
    void getTheirOwnFormsAnsweredAlthoughTheyPauseBetweenThePieces() throws Exception {
        for (int i = 0; i < FORMS; i++) {
            slow.add(send(POST + ("field=".length() + 3 * i) + "\r\n\r\nfield=" + "x".repeat(i)));
            if (i % 4 == 0) {
                send(POST + "1000\r\n\r\nfield=").close();
                assertThat(server.get("/echo?type=text/css&spaces=100000", "Accept-Encoding", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                        .hasValue("gzip");
            }
        }
        for (int i = 0; i < FORMS; i++) {
            write(slow.get(i), "x".repeat(i));
        }

        for (int i = 0; i < FORMS; i++) {
            write(slow.get(i), "x".repeat(i));
            assertThat(answer(slow.get(i))).startsWith("HTTP/1.1 200").containsPattern("field=" + 3 * i + "\\b");
        }
        assertThat(server.settledOut()).noneMatch(line -> line.contains("\"exception\""));
    }

    private static boolean isAnsweredInTime() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int status = server.get("/echo").statusCode();
        return status == 200 && System.nanoTime() - begin < ANSWERED.toNanos();
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(1);
        return socket;
    }

    private static Socket send(String beginning) throws IOException {
        Socket socket = connect();
        write(socket, beginning);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void sendOneByteEach() {
        for (Socket socket : slow) {
            try {
                write(socket, "x");
            } catch (IOException e) {
                // it has been cut off
            }
        }
    }

    private static void sendSteadily(Socket socket, int bytes, int perSecond, ScheduledExecutorService clock)
            throws IOException {
        write(socket, POST + bytes + "\r\n\r\nfield=");
        int parts = bytes / perSecond;
        for (int second = 1; second <= parts; second++) {
            int size = second < parts ? perSecond : perSecond - "field=".length();
            ScheduledFuture<?> unused = clock.schedule(
                    () -> {
                        write(socket, "x".repeat(size));
                        return null;
                    },
                    second,
                    TimeUnit.SECONDS);
        }
    }

    private static boolean isCutOff(Socket socket) {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String head(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return new String(head, StandardCharsets.US_ASCII);
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
