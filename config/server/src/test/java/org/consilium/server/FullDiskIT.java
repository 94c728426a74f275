package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk for the log is full: every line is lost, and nothing else. */
class FullDiskIT {

    @Test
    void servesAndEndsAsEver(@TempDir Path directory) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.startWithFullDisk(
                directory, Map.of(), "--deploy", ProbeEar.working(directory).toString())) {
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> server.get("/health/ready").statusCode() == 200);
            for (int request = 0; request < 100; request++) {
                assertThat(server.get("/echo?request=" + request).statusCode()).isEqualTo(200);
            }
            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.out()).isEmpty();
        }
    }
}
