package org.consilium.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Records the children of a workspace on disk, so that the next start can stop those that survived when their parent
 * was killed. A process is recognized by its PID and its start time, because PIDs are reused.
 */
final class OrphanProcesses {
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(20);
    private static final String SUFFIX = ".pid";

    private final Path folder;

    OrphanProcesses(Path folder) {
        this.folder = folder;
    }

    void record(String name, ProcessHandle process) {
        PrivateFile.write(folder.resolve(name + SUFFIX), process.pid() + " " + startOf(process));
    }

    /** Stops the children of an earlier start; returns the names of those that were still running. */
    List<String> stopAll() {
        List<String> stopped = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                process(file).ifPresent(process -> {
                    stop(process);
                    stopped.add(file.getFileName().toString().replace(SUFFIX, ""));
                });
                Files.delete(file);
            }
        } catch (IOException e) {
            throw StartException.of("stop the processes of an earlier start", e);
        }
        return stopped;
    }

    private static Optional<ProcessHandle> process(Path file) throws IOException {
        String[] words = Files.readString(file).strip().split(" ", 2);
        if (words.length != 2 || !words[0].matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> startOf(process).equals(words[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ends(process)) {
            process.destroyForcibly();
            if (!ends(process)) {
                throw new StartException(
                        "process " + process.pid() + " of an earlier start does not end: kill it by hand");
            }
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(GRACE_PERIOD.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
