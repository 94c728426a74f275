package org.consilium.imaging.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol;
import org.consilium.imaging.WorkerProtocol.Request;

/** A {@code PhotoWorker} as the node sees it; for one photo at a time. */
final class WorkerProcess implements AutoCloseable {

    /** By name: no class of the worker's is loaded here. */
    static final String MAIN = "org.consilium.imaging.worker.PhotoWorker";

    /** Enough for the largest photo that the limits let pass, with its renditions. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private WorkerProcess(Process process) {
        this.process = process;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** @throws IOException if this machine has no room for a process */
    static WorkerProcess start() throws IOException {
        ProcessBuilder java = new ProcessBuilder(Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        JAVA_OPTIONS.stream(),
                        Stream.of("-cp", classPath(), MAIN))
                .flatMap(words -> words)
                .toList());
        // the node's secrets are none of its business
        java.environment().clear();
        java.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new WorkerProcess(java.start());
    }

    /**
     * This jar, whose manifest names the libraries beside it; classes that are not in a jar run with those of this
     * process.
     */
    private static String classPath() {
        try {
            Path place = Path.of(WorkerProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(place) ? System.getProperty("java.class.path") : place.toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Has one file processed.
     *
     * @param timeout after which the process is ended
     * @throws PhotoRefusedException if the file is not a photo that can be processed
     * @throws IOException if the process has ended, or did not answer in time; it cannot be used any longer
     */
    ProcessedPhoto process(Request request, Duration timeout) throws IOException {
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            WorkerProtocol.send(out, request);
            return WorkerProtocol.readAnswer(in);
        } finally {
            limit.cancel(false);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
