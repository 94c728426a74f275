package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.consilium.ear.stand.Stand;
import org.consilium.local.MariaDb;
import org.consilium.local.Ports;
import org.consilium.local.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node as it ships, behind a proxy that ends TLS: it believes the proxy, and ends in an orderly way when asked to.
 */
class BehindProxyIT {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String[] OVER_TLS = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1"};

    @Test
    void aNodeThatTrustsItsProxyKeepsBrowsersOnTlsAndEndsWithZero(@TempDir Path folder) throws Exception {
        int port = Ports.free();
        Process node = start(folder, port);
        try {
            awaitReady(node);
            PlainVisit visit = PlainVisit.at(URI.create("http://localhost:" + port + "/"));
            assertKeptOnTls(visit.get("/sign-in", OVER_TLS));
            assertThat(visit.get("/").headers().firstValue("Strict-Transport-Security"))
                    .as("without TLS there is nothing to keep")
                    .isEmpty();
            node.destroy();
            assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(node.exitValue()).isZero();
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void aNodeWithoutAProxyBelievesNobody() {
        HttpResponse<String> answer = PlainVisit.start().get("/sign-in", OVER_TLS);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
    }

    private static void assertKeptOnTls(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("JSESSIONID=")
                .contains("Secure")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    private static Process start(Path folder, int port) throws IOException {
        var unused = Stand.get().node(); // two nodes that both make the tables would wait for each other
        Properties configuration = new Properties();
        configuration.putAll(Stand.get().configuration(MariaDb.DEFAULT_DATABASE));
        configuration.setProperty("consilium.server.trust-proxy", "true");
        Path file = folder.resolve("proxied.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            configuration.store(writer, null);
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Project.here().server().toString(),
                "--host",
                LOOPBACK,
                "--port",
                String.valueOf(port),
                "--systemProperties",
                file.toString(),
                "--deploy",
                Project.here().application().toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Reads what the node says until it says that it is ready, and leaves the rest to be read by nobody. */
    private static void awaitReady(Process node) throws IOException {
        BufferedReader lines = node.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("\"message\":\"ready\"")) {
            line = lines.readLine();
        }
        assertThat(line).as("the node is ready").isNotNull();
    }
}
