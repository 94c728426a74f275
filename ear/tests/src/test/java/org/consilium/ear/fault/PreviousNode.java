package org.consilium.ear.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Workspace;

/** A node of the version before, on the back ends of this one. */
final class PreviousNode implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(45);

    private final int port;
    private final ChildProcess process;

    private PreviousNode(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /** Starts it and waits until it is ready. */
    static PreviousNode start(PreviousVersion version, Workspace workspace, Map<String, String> configuration) {
        int port = Ports.free();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-jar",
                version.server().toString(),
                "--host",
                Ports.LOOPBACK,
                "--port",
                String.valueOf(port),
                "--rootdir",
                workspace.folder("run").resolve("previous-node").toString(),
                "--systemProperties",
                file(workspace, configuration).toString(),
                "--deploy",
                version.application().toString());
        ChildProcess process = workspace.start("previous-node", command, GRACE);
        process.awaitLine("\"message\":\"ready\"", READY);
        return new PreviousNode(port, process);
    }

    private static Path file(Workspace workspace, Map<String, String> configuration) {
        Properties properties = new Properties();
        properties.putAll(configuration);
        Path file = workspace.configuration("previous-node.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** What it has written so far. */
    List<String> lines() {
        return process.lines();
    }

    @Override
    public void close() {
        process.kill();
    }
}
