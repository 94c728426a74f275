package org.consilium.local.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.local.process.ChildCommand;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;

/** Records an {@link AotCache} by a node of its own, which reads a few pages and ends. */
final class AotRecording {
    /** Public pages: they load the classes that are needed soon after the start. */
    private static final List<String> PAGES = List.of("", "sign-in", "register", "health/ready");

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    /** Short: when everything is stopped, a recording is not worth waiting for. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(1);

    /** The JVM crashes in some recordings if a class is being loaded at the same time (JDK 25.0.3). */
    private static final int ATTEMPTS = 3;

    private final Workspace workspace;
    private final NodeSettings settings;
    private final Path file;

    /**
     * Prepares a recording.
     *
     * @param settings a node on running back ends
     */
    AotRecording(Workspace workspace, NodeSettings settings, Path file) {
        this.workspace = workspace;
        this.settings = settings;
        this.file = file;
    }

    /**
     * Records until the file exists.
     *
     * @throws StartException if the node does not start, or writes no recording, several times
     */
    void record() {
        for (int attempt = 1; !Files.exists(file); attempt++) {
            try {
                recordOnce();
            } catch (StartException e) {
                if (attempt == ATTEMPTS || workspace.isClosed()) {
                    throw e;
                }
            }
        }
    }

    private void recordOnce() {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path unfinished = file.resolveSibling(ProcessHandle.current().pid() + "-" + file.getFileName());
            List<String> command = new ArrayList<>(ChildCommand.withLowPriority());
            command.addAll(NodeCommand.of(workspace, settings, AotOptions.recording(unfinished)));
            ChildProcess node = workspace.start(settings.name(), command, GRACE_PERIOD, child -> {});
            readPages(node);
            node.requestStop();
            node.awaitEnd(TIMEOUT);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            deleteOthers();
        } catch (IOException e) {
            throw StartException.of("record " + file, e);
        }
    }

    private void readPages(ChildProcess node) throws IOException {
        URI address = settings.address();
        node.awaitOk(address.resolve("/health/ready"), TIMEOUT);
        for (String page : PAGES) {
            try (InputStream content = address.resolve("/" + page).toURL().openStream()) {
                content.readAllBytes();
            }
        }
    }

    /** Deletes the caches of earlier builds, and the leftovers of interrupted recordings. */
    private void deleteOthers() throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            for (Path other : files.filter(path -> !path.equals(file)).toList()) {
                Files.delete(other);
            }
        }
    }
}
