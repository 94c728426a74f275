package org.consilium.imaging.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A worker gets nothing of its node, and little of its machine. */
@EnabledOnOs(OS.LINUX)
class ChildProcessTest {

    @TempDir
    private Path folder;

    private FileChannel file;
    private ServerSocket socket;
    private ChildProcess process;
    private Worker worker;

    @BeforeEach
    void start() throws IOException {
        Path secret = folder.resolve("secret");
        file = FileChannel.open(secret, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        process = ChildProcess.launch();
        worker = Worker.start(() -> process, Duration.ofSeconds(30));
    }

    @AfterEach
    void end() throws IOException {
        worker.close();
        socket.close();
        file.close();
    }

    @Test
    void hasAnEmptyEnvironment() throws IOException {
        assertThat(Files.readString(of("environ"))).isEmpty();
    }

    @Test
    void inheritsNoDescriptorButItsInputAndOutput() throws IOException {
        List<String> descriptors = new ArrayList<>();
        try (Stream<Path> links = Files.list(of("fd"))) {
            for (Path link : links.toList()) {
                descriptors.add(Files.readSymbolicLink(link).toString());
            }
        }

        assertThat(descriptors)
                .contains("/dev/null")
                .noneMatch(target -> target.startsWith("socket:") || target.startsWith(folder.toString()));
        assertThat(descriptors.stream().filter(target -> target.startsWith("pipe:")))
                .as("input and output")
                .hasSize(2);
    }

    @Test
    void isLimited() throws IOException {
        assertThat(Files.readString(of("limits")).replaceAll(" +", " "))
                .contains("Max core file size 0 0 ")
                .contains("Max cpu time 120 120 ")
                .contains("Max file size 4194304 4194304 ")
                .contains("Max open files 128 128 ")
                .contains("Max address space 3221225472 3221225472 ");
    }

    private Path of(String file) {
        return Path.of("/proc", String.valueOf(process.handle().pid()), file);
    }
}
