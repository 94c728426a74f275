package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;
import org.consilium.server.probe.CountServlet;
import org.junit.jupiter.api.Test;

/** Three nodes and one Redis: everything in a session is there on the next node. */
class SessionsIT {
    /** Bytes of a body that the server does not wait for before it calls the application. */
    private static final int LONG = 100_000;

    private static final int REQUESTS = 200;
    private static final int WINDOWS = 4;
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

    private final Nodes nodes = SharedNodes.get().nodes();
    private final RedisServer redis = SharedNodes.get().redis();

    @Test
    void noUpdateIsLostBetweenThreeNodesWithFourRequestsAtOnce() {
        NodeVisit visit = new NodeVisit();
        visit.text(nodes.get(0), "/count");
        try (Windows windows = new Windows(WINDOWS)) {
            for (int i = 1; i < REQUESTS; i++) {
                int number = i;
                windows.add(() -> visit.copy().get(nodes.turn(number), "/count").status());
            }
            assertThat(windows.results()).hasSize(REQUESTS - 1).containsOnly(200);
        }
        assertThat(visit.text(nodes.get(0), "/count/read")).startsWith("n=200 cart=200 bean=200");
    }

    @Test
    void savedBeforeTheResponseLeavesInWhicheverWayItLeaves() {
        NodeVisit visit = new NodeVisit();
        int expected = 0;
        for (String step : List.of("", "/large", "/flushed", "/redirected", "/large", "/flushed", "")) {
            visit.get(nodes.turn(expected), "/count" + step);
            expected++;
            assertThat(visit.text(nodes.turn(expected), "/count/read"))
                    .as(step)
                    .startsWith("n=" + expected + " cart=" + expected + " bean=" + expected);
        }
    }

    @Test
    void whatIsChangedInPlaceAfterTheResponseIsClosedIsNotLost() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count/closed");
        await().untilAsserted(() ->
                assertThat(visit.text(nodes.get(1), "/count/read")).startsWith("n=1 cart=2 bean=1"));
    }

    @Test
    void whoIsSignedInIsKnownOnEveryNodeWithPrincipalAndRoles() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        String before = visit.id();
        assertThat(visit.get(nodes.get(0), "/caller").status()).isEqualTo(401);
        assertThat(visit.get(nodes.get(1), "/caller?user=ann").status()).isEqualTo(200);
        for (int i = 0; i < 6; i++) {
            assertThat(visit.text(nodes.turn(i), "/caller")).isEqualTo("user=ann title=Dr staff=true guest=false");
        }
        if (!before.equals(visit.id())) {
            assertThat(new NodeVisit(before).get(nodes.get(2), "/caller").status())
                    .as("the id before signing in")
                    .isEqualTo(401);
        }
    }

    @Test
    void theStateOfAFacesPageAndItsBeansAreThereOnTheNextNode() {
        NodeVisit visit = new NodeVisit();
        String page = visit.text(nodes.get(0), "/count.xhtml");
        assertThat(page).contains("view=0 visits=0");
        for (int i = 1; i <= 6; i++) {
            Matcher state = VIEW_STATE.matcher(page);
            assertThat(state.find()).isTrue();
            page = visit.post(
                            nodes.turn(i),
                            "/count.xhtml",
                            "form=form&form%3Amore=More&jakarta.faces.ViewState="
                                    + state.group(1).replace(":", "%3A"))
                    .body();
            assertThat(page).contains("view=" + i + " visits=" + i);
        }
    }

    @Test
    void anUploadDoesNotKeepOtherRequestsWaiting() throws IOException {
        assertNobodyWaitsFor(
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n" + "a".repeat(LONG),
                "def\r\n--b--\r\n");
        assertNobodyWaitsFor("application/octet-stream", "a".repeat(LONG), "def");
    }

    private void assertNobodyWaitsFor(String type, String begin, String end) throws IOException {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        try (Gate begun = new Gate();
                Socket upload = new Socket(
                        InetAddress.getLoopbackAddress(), nodes.get(0).port())) {
            send(
                    upload,
                    "POST /upload?port=" + begun.port() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Cookie: JSESSIONID=" + visit.id() + "\r\nContent-Length: "
                            + (begin.length() + end.length())
                            + "\r\nContent-Type: " + type + "\r\n\r\n" + begin);
            begun.awaitRequest();
            long before = System.nanoTime();
            assertThat(visit.text(nodes.get(0), "/count")).startsWith("n=2 ");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
            send(upload, end);
            assertThat(new String(upload.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("uploaded=" + (LONG + 3) + " n=1");
        }
        assertThat(visit.text(nodes.get(2), "/count/read")).contains("n=2 ").contains("uploaded=" + (LONG + 3));
    }

    @Test
    void aDownloadThatHasBegunDoesNotKeepOtherRequestsWaiting() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        try (Gate gate = new Gate();
                Windows windows = new Windows(1)) {
            windows.add(() -> visit.copy().text(nodes.get(0), gate.path("download")));
            gate.awaitRequest();
            long before = System.nanoTime();
            assertThat(visit.text(nodes.get(1), "/count")).startsWith("n=3 cart=3 bean=3");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            gate.open();
            assertThat(windows.results()).singleElement().asString().startsWith("n=2 ");
        }
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    @Test
    void anObjectOfAnUnlistedClassIsRefusedAndSaid() throws IOException, InterruptedException {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count/unlisted");
        assertThat(visit.text(nodes.get(1), "/count/read")).startsWith("n=1 ").contains("unlisted=null");
        assertThat(nodes.lines()).noneMatch(line -> line.contains("an unlisted object came into being"));
        assertThat(nodes.get(1).settledOut())
                .anyMatch(line -> line.contains("rejected in a session") && line.contains("probe.Unlisted"));
    }

    @Test
    void whatCannotBeSerializedIsRefusedAtOnce() {
        assertThat(new NodeVisit().get(nodes.get(0), "/count/unserializable").status())
                .isEqualTo(500);
    }

    @Test
    void nothingIsAskedOfRedisForFilesAndHealthAndTwoThingsForAPage() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        try (RedisConnection connection = redis.connect()) {
            assertThat(scripts(connection, () -> visit.get(nodes.get(0), "/file.txt")))
                    .isZero();
            assertThat(scripts(connection, () -> visit.get(nodes.get(0), "/health/live")))
                    .isZero();
            assertThat(scripts(connection, () -> visit.get(nodes.get(0), "/count")))
                    .isEqualTo(2);
            assertThat(scripts(connection, () -> visit.get(nodes.get(0), "/count/read")))
                    .isEqualTo(2);
        }
    }

    @Test
    void onlyWhatWasChangedTravels() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count/big");
        try (RedisConnection connection = redis.connect()) {
            connection.send("CONFIG", "RESETSTAT");
            assertThat(visit.text(nodes.get(1), "/count")).startsWith("n=2 ");
            Matcher bytes = Pattern.compile("total_net_input_bytes:(\\d+)")
                    .matcher(String.valueOf(connection.send("INFO", "stats")));
            assertThat(bytes.find()).isTrue();
            assertThat(Integer.parseInt(bytes.group(1))).isLessThan(CountServlet.BIG / 4);
        }
    }

    /** No requests of other tests run meanwhile, as the tests of a class run one after the other. */
    private static int scripts(RedisConnection connection, Runnable request) {
        connection.send("CONFIG", "RESETSTAT");
        request.run();
        // the lease is released in parallel with the response
        await().until(() -> List.of().equals(connection.send("KEYS", "consilium:session:*:lease")));
        Matcher calls = Pattern.compile("cmdstat_evalsha:calls=(\\d+)")
                .matcher(String.valueOf(connection.send("INFO", "commandstats")));
        return calls.find() ? Integer.parseInt(calls.group(1)) : 0;
    }
}
