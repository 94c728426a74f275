package org.consilium.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.server.ProbeEar;
import org.consilium.server.ServerProcess;
import org.consilium.testing.disk.DiskSearch;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.PiecewiseRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are sent with a form are on the disk of the node for as long as their request, and no longer. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadFilesIT {
    private static final String PHOTO = "seeded-photo";
    private static final int MEGABYTE = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    private static Path directory;

    private static Path temporary;
    private static Path ear;
    private static DiskSearch disk;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        ear = ProbeEar.withSessions(directory);
        temporary = Files.createDirectory(directory.resolve("tmp"));
        disk = DiskSearch.below(temporary);
        server = begin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ServerProcess begin() throws IOException, InterruptedException {
        ServerProcess begun = ServerProcess.start(temporary, Map.of(), "--deploy", ear.toString());
        begun.awaitLine("\"message\":\"ready\"");
        return begun;
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "later"})
    void areDeletedWhenTheRequestIsAnswered(String when) {
        try (PiecewiseRequest request = sendHalf(when)) {
            assertThat(files()).allSatisfy(UploadFilesIT::assertPrivate);
            assertThat(request.sendRest()).startsWith("HTTP/1.1 200").endsWith("read " + MEGABYTE);
        }
        assertNothingIsLeft();
    }

    private static void assertPrivate(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void areDeletedWhenTheApplicationFails() {
        try (PiecewiseRequest request = sendHalf("fail")) {
            assertThat(request.sendRest()).startsWith("HTTP/1.1 500");
        }
        assertNothingIsLeft();
    }

    @Test
    void areDeletedWhenTheSenderStopsHalfWay() {
        sendHalf("now").close();
        assertNothingIsLeft();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void areDeletedWhenTheNextNodeStarts() throws IOException, InterruptedException {
        PiecewiseRequest request = sendHalf("now");
        server.kill();
        request.close();
        assertThat(files()).as("nobody deletes them when a node is killed").hasSize(1);
        server = begin();
        assertThat(files()).isEmpty();
        try (Stream<Path> nodes = Files.list(temporary)) {
            assertThat(nodes.filter(path -> path.getFileName().toString().startsWith("consilium-server-")))
                    .as("the whole directory of the dead node is gone")
                    .hasSize(1);
        }
    }

    /** Sends half of a form with a file of one megabyte, of which a part is on the disk then. */
    private static PiecewiseRequest sendHalf(String end) {
        byte[] photo = Arrays.copyOf(PHOTO.getBytes(StandardCharsets.US_ASCII), MEGABYTE);
        HtmlForm form = HtmlForm.empty().withFile("file", photo);
        PiecewiseRequest request =
                PiecewiseRequest.post(server.uri("/form?" + end), form).sendHalf();
        await().untilAsserted(() -> assertThat(files()).hasSize(1));
        return request;
    }

    private static void assertNothingIsLeft() {
        await().atMost(SOON).untilAsserted(() -> assertThat(files()).isEmpty());
    }

    private static List<Path> files() {
        return disk.with(PHOTO);
    }
}
