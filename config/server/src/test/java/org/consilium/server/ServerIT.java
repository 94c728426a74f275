package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server: its responses before and after it is ready, and its log. */
@Tag("quick")
class ServerIT {
    private static ServerProcess server;
    private static HttpResponse<String> early;
    private static List<String> linesBeforeEarlyAnswer;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        server = ServerProcess.start(
                directory, Map.of(), "--deploy", ProbeEar.working(directory).toString(), "--noHazelcast");
        server.awaitLine("Network Listener http-listener started");
        early = server.get("/echo?early=1");
        linesBeforeEarlyAnswer = server.out();
        server.awaitLine("\"message\":\"ready\"");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersNothingBeforeTheApplicationIsDeployed() {
        assertThat(linesBeforeEarlyAnswer).noneMatch(line -> line.contains("\"message\":\"ready\""));
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(early.body()).isEmpty();
    }

    @Test
    void saysWhenItIsReady() throws InterruptedException {
        assertThat(server.awaitLine("\"message\":\"ready\""))
                .contains("\"port\":" + server.port())
                .containsPattern("\"bootMs\":\\d{3,6}\\}");
        assertThat(server.err()).isEmpty();
    }

    /** With several threads the kernel deadlocks in some boots. */
    @Test
    void bootsInOneThread() throws InterruptedException {
        assertThat(server.awaitLine("Network Listener http-listener started")).contains("\"thread\":\"main\"");
        assertThat(server.out()).noneMatch(line -> line.contains("RunLevelController"));
    }

    @Test
    void readinessFollowsTheChecksOfTheEjbModule() throws IOException, InterruptedException {
        assertThat(server.get("/health/ready").body()).contains("\"UP\"").contains("probe back end");
        server.get("/echo?ready=false");
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        server.get("/echo?ready=true");
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesTheAddressesOfOtherServicesToTheApplication() throws IOException, InterruptedException {
        assertThat(server.get("/metrics").body()).startsWith("secure=");
        assertThat(server.get("/openapi").body()).startsWith("secure=");
    }

    @Test
    void writesOnlyJsonToStandardOutput() throws InterruptedException {
        JsonLines.assertAll(server.out());
        assertThat(server.awaitLine("\"logger\":\"stdout\"")).contains("\"message\":\"probe created\"");
        assertThat(server.awaitLine("a \\\"second\\\" line")).contains("\"level\":\"INFO\"");
        assertThat(server.awaitLine("probe complains"))
                .contains("\"logger\":\"stderr\"")
                .contains("WARNING");
    }

    @Test
    void logsAccessWithoutWhatMayTellOfAPatient() throws IOException, InterruptedException {
        server.get("/echo;jsessionid=s3cr3t?name=Alice", "User-Agent", "spy/1.0", "X-Forwarded-For", "203.0.113.9");
        assertThat(server.awaitLine("\"path\":\"/echo\",\"status\":200"))
                .contains("\"type\":\"access\"")
                .contains("\"method\":\"GET\"")
                .contains("\"client\":\"127.0.0.1\"")
                .containsPattern("\"bytes\":4\\d{3},\"durationMs\":\\d+");
        server.get("/echo?after=1");
        assertThat(String.join("\n", server.settledOut())).doesNotContain("Alice", "s3cr3t", "spy", "203.0.113.9");
    }

    @Test
    void doesNotBelieveForwardedHeadersUnlessTold() throws IOException, InterruptedException {
        assertThat(server.get("/echo", ProxyHeaders.ALL).body())
                .startsWith("secure=false client=127.0.0.1 forwarded=[] ");
    }

    @Test
    void compressesStaticTextAndNeverPages() throws IOException, InterruptedException {
        HttpResponse<String> style = server.get("/echo?type=text/css", "Accept-Encoding", "gzip");
        assertThat(style.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(style.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        HttpResponse<String> page = server.get("/echo?type=text/html", "Accept-Encoding", "gzip");
        assertThat(page.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void connectsTheApplicationToADatabase() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/echo"))
                .PUT(BodyPublishers.noBody())
                .build();
        assertThat(server.client().send(request, BodyHandlers.ofString()).body())
                .isEqualTo("valid=true");
    }

    @Test
    void namesNoProduct() throws IOException, InterruptedException {
        HttpResponse<String> missing = server.get("/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(missing.body()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("glassfish");
    }

    /** Depending on the length of the address, some make the parser fail: the container answered 200. */
    @Test
    void refusesAddressesWithDots() throws IOException, InterruptedException {
        for (int length = 0; length < 64; length++) {
            assertThat(server.get("/" + "a".repeat(length) + "/..").statusCode())
                    .as("length " + length)
                    .isEqualTo(400);
        }
        assertThat(server.get("/a/%2E%2e/b").statusCode()).isEqualTo(400);
        assertThat(server.get("/a/.;x=1/b").statusCode()).isEqualTo(400);
        assertThat(server.get("/a/..b").statusCode()).isEqualTo(404);
        assertThat(server.get("/a?next=/../b").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesFormsOver128Kilobytes() throws IOException, InterruptedException {
        assertThat(post(130_000).body()).isEqualTo("field=130000");
        assertThat(post(200_000).statusCode()).isGreaterThanOrEqualTo(400);
    }

    private static HttpResponse<String> post(int size) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/echo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("field=" + "a".repeat(size)))
                .build();
        return server.client().send(request, BodyHandlers.ofString());
    }
}
