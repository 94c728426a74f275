package org.consilium.machine.stand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Connections that send a request a byte at a time, half of them in their headers and half in a body, while somebody
 * else reads a page: SlowSenders {@code <port> <connections> <path of the page>}.
 */
public final class SlowSenders {

    /** The proxy's deadline, and time for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Duration PAGE_LIMIT = Duration.ofSeconds(1);
    private static final String REFUSAL = "HTTP/1.1 408";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SSLContext tls;
    private final int port;
    private final String page;
    private final AtomicInteger refused = new AtomicInteger();

    private SlowSenders(int port, String page) throws GeneralSecurityException {
        this.port = port;
        this.page = page;
        tls = tls();
    }

    private static SSLContext tls() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, null);
        return context;
    }

    /** A client that sends at its usual speed. */
    public static HttpClient client() throws GeneralSecurityException {
        return HttpClient.newBuilder().sslContext(tls()).build();
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println(attack(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2]));
    }

    /**
     * Runs until all slow connections are refused.
     *
     * @return the figures, for people
     * @throws AssertionError if a page takes too long meanwhile, or a slow connection stays
     */
    public static String attack(int port, int connections, String page) throws Exception {
        return new SlowSenders(port, page).attack(connections);
    }

    private String attack(int connections) throws IOException {
        Phaser connected = new Phaser(connections + 1);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int sender = 0; sender < connections; sender++) {
                String start = sender % 2 == 0 ? headers() : body();
                var unused = senders.submit(() -> send(start, connected));
            }
            connected.arriveAndAwaitAdvance();
            return readPages(connections);
        } finally {
            senders.shutdownNow();
        }
    }

    private String readPages(int connections) throws IOException {
        Instant begun = Instant.now();
        Duration longest = Duration.ZERO;
        int pages = 0;
        while (refused.get() < connections) {
            Duration taken = timeOfPage();
            pages++;
            longest = taken.compareTo(longest) > 0 ? taken : longest;
            require(taken.compareTo(PAGE_LIMIT) < 0, "a page took " + taken);
            require(
                    begun.plus(PATIENCE).isAfter(Instant.now()),
                    refused.get() + " of " + connections + " slow connections were refused");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return "%d slow connections refused after %d s; %d pages meanwhile, the slowest in %d ms"
                .formatted(connections, Duration.between(begun, Instant.now()).toSeconds(), pages, longest.toMillis());
    }

    private String headers() {
        return "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    }

    private String body() {
        return "POST " + page + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";
    }

    private void send(String start, Phaser connected) {
        boolean arrived = false;
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            connected.arrive();
            arrived = true;
            socket.setSoTimeout((int) PAUSE.toMillis());
            while (!isAnswered(socket.getInputStream())) {
                out.write('x');
                out.flush();
            }
            refused.incrementAndGet();
        } catch (IOException closed) {
            refused.incrementAndGet();
        } finally {
            if (!arrived) {
                connected.arrive();
            }
        }
    }

    /** Waits for a moment; that the request took too long is an answer, and so is the end of the connection. */
    private static boolean isAnswered(InputStream in) throws IOException {
        try {
            byte[] start = in.readNBytes(REFUSAL.length());
            require(
                    start.length == 0 || new String(start, StandardCharsets.US_ASCII).equals(REFUSAL),
                    "another answer");
            return true;
        } catch (SocketTimeoutException nothingYet) {
            return false;
        }
    }

    private Duration timeOfPage() throws IOException {
        Instant begun = Instant.now();
        try (Socket socket = connect()) {
            String request = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            require(
                    answer.startsWith("HTTP/1.1 200"),
                    "the page was not there: " + answer.lines().findFirst());
        }
        return Duration.between(begun, Instant.now());
    }

    private Socket connect() throws IOException {
        Socket socket = tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new AssertionError(fault);
        }
    }
}
