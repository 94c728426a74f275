package org.consilium.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Project;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Runs the command in a process of its own, with a stand-in for the application server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RunIT {
    private static final List<String> CHILDREN = List.of("node-1", "redis", "s3", "mariadb");

    private final List<String> output = new ArrayList<>();
    private Path folder;
    private Path server;
    private @Nullable Process started;

    @BeforeAll
    void pack() throws IOException {
        folder = TestFolders.empty("run");
        server = StandInServer.jar(folder.resolveSibling("server.jar"));
    }

    @AfterEach
    void end() {
        if (started != null) {
            started.destroyForcibly();
        }
        output.clear();
    }

    @Test
    void stopsEveryChildInOrderWhenItIsStopped() throws IOException, InterruptedException {
        Process run = start(Ports.free());
        List<ProcessHandle> children = awaitReady(run);
        run.toHandle().destroy();
        readToTheEnd(run);
        assertThat(output)
                .endsWith(
                        "[consilium] node-1 stopped",
                        "[consilium] redis stopped",
                        "[consilium] s3 stopped",
                        "[consilium] mariadb stopped");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void stopsTheRestAndNamesTheChildThatCrashed() throws IOException, InterruptedException {
        Process run = start(Ports.free());
        List<ProcessHandle> children = awaitReady(run);
        children.get(CHILDREN.indexOf("s3")).destroyForcibly();
        readToTheEnd(run);
        assertThat(output.get(output.size() - 1)).startsWith("[consilium] s3 was killed");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(run.waitFor()).isEqualTo(1);
    }

    @Test
    void leavesNoChildBehindWhenItIsKilled() throws IOException {
        Process run = start(Ports.free());
        List<ProcessHandle> children = awaitReady(run);
        run.destroyForcibly();
        for (ProcessHandle child : children) {
            child.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        assertThat(children).hasSize(CHILDREN.size()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void saysThatThePortIsInUseBeforeItStartsAnything() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process run = start(taken.getLocalPort());
            readToTheEnd(run);
            assertThat(output)
                    .singleElement()
                    .asString()
                    .matches("\\[consilium] port %d is in use: choose another with -Dport=\\d+"
                            .formatted(taken.getLocalPort()));
            assertThat(run.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void restartsANodeThatCrashesWhileAnotherOneCarriesOn() throws IOException, InterruptedException {
        int port = Ports.free();
        Process run = start(port, "-Dnodes=2");
        List<ProcessHandle> children = awaitReady(run);
        ProcessHandle killed = child("node-2");
        assertThat(output).anyMatch(line -> line.contains("node-2 is process " + killed.pid()));
        killed.destroyForcibly();
        awaitLine(run, "node-2 ready again, as process ");
        assertThat(output).contains("[consilium] node-2 has ended (exit code 137): starting it again");
        // a connection that was open when the node was killed is noticed by the request that uses it
        List<Integer> statuses = List.of(statusOf(port), statusOf(port), statusOf(port));
        assertThat(statuses.get(statuses.size() - 1)).isEqualTo(200);
        assertThat(child("node-2").isAlive()).isTrue();
        run.toHandle().destroy();
        readToTheEnd(run);
        assertThat(output).contains("[consilium] node-1 stopped", "[consilium] node-2 stopped");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void stopsEverythingWhenItsOnlyNodeCrashes() throws IOException, InterruptedException {
        Process run = start(Ports.free());
        awaitReady(run).get(CHILDREN.indexOf("node-1")).destroyForcibly();
        readToTheEnd(run);
        assertThat(output.get(output.size() - 1)).startsWith("[consilium] node-1 was killed");
        assertThat(run.waitFor()).isEqualTo(1);
    }

    private static int statusOf(int port) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/health/ready");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Process start(int port, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Project.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dport=" + port,
                "-Ddemo=false",
                "-Dconsilium.local.dir=" + folder,
                "-Dconsilium.local.server=" + server,
                "-Dconsilium.local.application=" + server));
        command.addAll(List.of(options));
        command.add(Run.class.getName());
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        started = run;
        return run;
    }

    private List<ProcessHandle> awaitReady(Process run) throws IOException {
        awaitLine(run, "To stop:");
        assertThat(output).anyMatch(line -> line.contains("Consilium is ready: http://localhost:"));
        return CHILDREN.stream().map(this::child).toList();
    }

    private void awaitLine(Process run, String text) throws IOException {
        BufferedReader reader = run.inputReader();
        String line;
        do {
            line = reader.readLine();
            output.add(String.valueOf(line));
        } while (line != null && !line.contains(text));
    }

    private ProcessHandle child(String name) {
        try {
            String[] words =
                    Files.readString(folder.resolve("run/" + name + ".pid")).split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void readToTheEnd(Process run) throws IOException, InterruptedException {
        try (Stream<String> lines = run.inputReader().lines()) {
            lines.filter(line -> !line.isBlank()).forEach(output::add);
        }
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
