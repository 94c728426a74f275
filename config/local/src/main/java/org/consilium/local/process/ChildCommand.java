package org.consilium.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts a program in a session of its own, so that Ctrl-C in the terminal does not reach it, and with a parent-death
 * signal, so that it ends when this process is killed.
 */
public final class ChildCommand {
    /**
     * The kernel sends the parent-death signal when the thread that started the child ends, not the process. So one
     * thread starts all children, and lives as long as the process.
     */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("child-starter").factory());

    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/local/bin");

    private ChildCommand() {}

    static Process start(List<String> command, File log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(detached(command)).redirectErrorStream(true).redirectOutput(log);
        Future<Process> started = STARTER.submit(builder::start);
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The prefix that runs a command at low priority; empty where there is no {@code nice}. */
    public static List<String> withLowPriority() {
        return tool("nice").map(nice -> List.of(nice, "-n", "19")).orElse(List.of());
    }

    private static List<String> detached(List<String> command) {
        List<String> all = new ArrayList<>();
        tool("setsid").ifPresent(all::add);
        tool("setpriv").ifPresent(setpriv -> all.addAll(List.of(setpriv, "--pdeathsig", "TERM", "--")));
        all.addAll(command);
        return all;
    }

    private static Optional<String> tool(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
