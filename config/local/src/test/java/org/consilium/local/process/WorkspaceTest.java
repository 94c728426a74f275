package org.consilium.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void canBeOpenOnlyOnce() {
        try (Workspace first = Workspace.open(folder)) {
            assertThatThrownBy(() -> Workspace.open(first.folder())).isInstanceOf(StartException.class);
        }
        Workspace.open(folder).close();
    }

    @Test
    void stopsItsChildrenInReverseOrder() {
        Workspace workspace = Workspace.open(folder);
        workspace.start("one", List.of("sleep", "600"), GRACE);
        workspace.start("two", List.of("sleep", "600"), GRACE);
        List<String> stopped = new ArrayList<>();
        workspace.close(child -> stopped.add(child.name()));
        assertThat(stopped).containsExactly("two", "one");
    }

    @Test
    void killsAChildThatDoesNotEndInTime() {
        Workspace workspace = Workspace.open(folder);
        ChildProcess child = stubborn(workspace, Duration.ofMillis(200));
        workspace.close();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void reportsACrashWithItsCause() {
        try (Workspace workspace = Workspace.open(folder)) {
            shell(workspace, "echo 'write: No space left on device'; exit 3");
            ChildProcess crashed =
                    workspace.crash().orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(crashed.failure())
                    .startsWith("child ended unexpectedly (exit code 3): the disk is full; see ")
                    .endsWith("child.log");
        }
    }

    @Test
    void aChildThatIsStoppedHasNotCrashed() {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.start("stopped", List.of("sleep", "600"), GRACE).stop();
            workspace.start("killed", List.of("sleep", "600"), GRACE).kill();
            shell(workspace, "exit 0");
            assertThat(workspace.crash().orTimeout(10, TimeUnit.SECONDS).join().name())
                    .isEqualTo("child");
        }
    }

    @Test
    void stopsTheOrphansOfAnEarlierStart() throws IOException {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Path pids = Files.createDirectories(folder.resolve("run"));
        new OrphanProcesses(pids).record("orphan", orphan.toHandle());
        Workspace.open(folder).close();
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void sparesAnotherProcessThatHasReusedThePidOfAChild() throws IOException {
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Path pids = Files.createDirectories(folder.resolve("run"));
            Files.writeString(pids.resolve("node-1.pid"), other.pid() + " 2001-01-01T00:00:00Z");
            Workspace.open(folder).close();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void clearingDeletesDataAndSecrets() throws IOException {
        try (Workspace workspace = Workspace.open(folder)) {
            String secret = workspace.secrets().get("database");
            Path file = Files.writeString(workspace.folder("mariadb").resolve("row"), "a patient");
            workspace.clear();
            assertThat(file).doesNotExist();
            assertThat(workspace.secrets().get("database")).isNotEqualTo(secret);
        }
    }

    @Test
    void refusesADiskThatIsNearlyFull() {
        try (Workspace workspace = Workspace.open(folder)) {
            assertThatThrownBy(() -> workspace.requireSpace(Long.MAX_VALUE))
                    .isInstanceOf(StartException.class)
                    .hasMessageStartingWith("the disk is nearly full: ");
        }
    }

    @Test
    void startsNothingOnceClosed() {
        Workspace workspace = Workspace.open(folder);
        workspace.close();
        assertThatThrownBy(() -> shell(workspace, "exit 0")).isInstanceOf(StartException.class);
    }

    private static ChildProcess shell(Workspace workspace, String script) {
        return workspace.start("child", List.of("sh", "-c", script), GRACE);
    }

    private static ChildProcess stubborn(Workspace workspace, Duration grace) {
        String script = "trap '' TERM; echo ready; while :; do sleep 1; done";
        ChildProcess child = workspace.start("stubborn", List.of("sh", "-c", script), grace);
        child.awaitLine("ready", GRACE);
        return child;
    }
}
