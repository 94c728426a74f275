package org.consilium.imaging.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A worker that is a child of this process. It runs as the same user, and is limited as far as that user may limit it:
 * no environment, no descriptor of the node's, no core dump, and little memory, processor time, and disk.
 */
final class ChildProcess implements WorkerChannel {

    /** By name: no class of the worker's is loaded here. */
    static final String MAIN = "org.consilium.imaging.worker.PhotoWorker";

    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * Blocks of a file, open files, seconds of processor time, and KiB of addresses. A system that does not know one of
     * them still has the others. The shell's own variables are removed again.
     */
    private static final String LIMITS = """
            ulimit -c 0; ulimit -f 8192; ulimit -n 128; ulimit -t 120; ulimit -v 3145728
            exec env -i "$0" "$@"
            """;

    private static final List<String> JAVA_OPTIONS = javaOptions();

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** @throws IOException if this machine has no room for a process */
    static ChildProcess launch() throws IOException {
        ProcessBuilder java = new ProcessBuilder(command());
        // the node's secrets are none of its business
        java.environment().clear();
        java.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new ChildProcess(java.start());
    }

    private static List<String> command() {
        Stream<String> limits = Files.isExecutable(SHELL) ? Stream.of(SHELL.toString(), "-c", LIMITS) : Stream.empty();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(limits, Stream.of(java), JAVA_OPTIONS.stream(), Stream.of("-cp", classPath(), MAIN))
                .flatMap(words -> words)
                .toList();
    }

    /** The machine image has its service start workers with the same file. */
    private static List<String> javaOptions() {
        try (InputStream file = Objects.requireNonNull(
                        ChildProcess.class.getResourceAsStream("/org/consilium/imaging/worker.options"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * This jar, whose manifest names the libraries beside it; classes that are not in a jar run with those of this
     * process.
     */
    private static String classPath() {
        try {
            Path place = Path.of(ChildProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(place) ? System.getProperty("java.class.path") : place.toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public OutputStream toWorker() {
        return process.getOutputStream();
    }

    @Override
    public InputStream fromWorker() {
        return process.getInputStream();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
