package org.consilium.local;

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
 * Remembers the children of a workspace on disk, so that the next start finds and stops those that outlived a parent
 * which was killed. A process is recognised by its number and its start time, as numbers are used again.
 */
final class LeftOvers {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final String SUFFIX = ".pid";

    private final Path folder;

    LeftOvers(Path folder) {
        this.folder = folder;
    }

    void remember(String name, ProcessHandle process) {
        PrivateFile.write(folder.resolve(name + SUFFIX), process.pid() + " " + startOf(process));
    }

    /** Stops what is left of an earlier start; returns the names of what was still running. */
    List<String> stop() {
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
            throw StartException.of("look for processes of an earlier start", e);
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
                throw new StartException("process " + process.pid() + " of an earlier start does not end: kill it");
            }
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
