package org.consilium.local;

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
import java.util.stream.Stream;

/**
 * Starts a program so that Ctrl-C in the terminal does not reach it (a session of its own) and so that it is asked to
 * end when this process is killed (the parent-death signal).
 */
final class ChildCommand {
    /**
     * The kernel sends the parent-death signal when the thread that started the child ends, not the process: so one
     * thread starts all of them, and lives as long as the process.
     */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "child-starter");
        thread.setDaemon(true);
        return thread;
    });

    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/local/bin");

    private ChildCommand() {}

    static Process start(List<String> command, File log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(apart(command)).redirectErrorStream(true).redirectOutput(log);
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

    /** The prefix that runs a command at low priority. */
    static List<String> withLowPriority() {
        return tool("nice").map(nice -> List.of(nice, "-n", "19")).orElse(List.of());
    }

    private static List<String> apart(List<String> command) {
        List<String> all = new ArrayList<>();
        tool("setsid").ifPresent(all::add);
        tool("setpriv").ifPresent(setpriv -> all.addAll(List.of(setpriv, "--pdeathsig", "TERM", "--")));
        all.addAll(command);
        return all;
    }

    private static Optional<String> tool(String name) {
        return places(name).filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    private static Stream<Path> places(String name) {
        return FOLDERS.stream().map(folder -> Path.of(folder, name));
    }
}
