package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start prints one line that says why, and exits. */
class FailingStartIT {
    @TempDir
    private Path directory;

    @Test
    void applicationThatCannotBeDeployed() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        try (ServerProcess server = ServerProcess.start(
                temporary, Map.of(), "--deploy", ProbeEar.broken(directory).toString())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.err())
                    .containsExactly("consilium-server: cannot start: no schema:"
                            + " no answer from jdbc:mysql://db.test/app after 5 s");
            JsonLines.assertAll(server.out());
            assertThat(String.join("\n", server.out())).contains("no schema").doesNotContain("hunter2");
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void portThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertFails(
                    taken.getLocalPort(),
                    1,
                    "cannot start: port " + taken.getLocalPort() + " is already in use",
                    "--deploy",
                    ProbeEar.working(directory).toString());
        }
    }

    @Test
    void applicationThatIsNotThere() throws Exception {
        assertFails(1, "cannot start: the application nowhere.ear cannot be read", "--deploy", "nowhere.ear");
    }

    @Test
    void propertiesFileThatIsNotThere() throws Exception {
        assertFails(
                1,
                "cannot start: the properties file nowhere.properties cannot be read",
                "--systemProperties",
                "nowhere.properties");
    }

    @Test
    void settingThatIsWrong() throws Exception {
        Path file = Files.writeString(directory.resolve("x.properties"), "consilium.server.drain-delay=soon");
        assertFails(
                1,
                "cannot start: consilium.server.drain-delay (CONSILIUM_DRAIN_DELAY) is 'soon', but must be a number from 0 to"
                        + " 3600",
                "--deploy",
                "nowhere.ear",
                "--systemProperties",
                file.toString());
    }

    @Test
    void argumentThatIsUnknown() throws Exception {
        assertFails(2, "unknown argument '--clustered' (--help lists the arguments)", "--clustered");
    }

    @Test
    void rootDirectoryOfSomebodyElse() throws Exception {
        Path ear = ProbeEar.working(directory);
        assertFails(
                1,
                "cannot start: the root directory " + directory + " holds files of something else",
                "--deploy",
                ear.toString(),
                "--rootdir",
                directory.toString());
        assertThat(ear).exists();
    }

    private void assertFails(int exitCode, String line, String... arguments) throws Exception {
        assertFails(ServerProcess.freePort(), exitCode, line, arguments);
    }

    private void assertFails(int port, int exitCode, String line, String... arguments) throws Exception {
        try (ServerProcess server = ServerProcess.startOn(port, directory, Map.of(), arguments)) {
            assertThat(server.exitCode()).isEqualTo(exitCode);
            assertThat(server.err()).containsExactly("consilium-server: " + line);
            assertThat(server.out()).isEmpty();
        }
    }
}
