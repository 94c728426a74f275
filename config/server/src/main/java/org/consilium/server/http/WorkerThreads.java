package org.consilium.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The threads that work on requests, and how many of them could run, as Linux tells: state R of
 * {@code /proc/self/task/[tid]/stat} is computing or waiting for a processor (proc_pid_stat(5)). Elsewhere none is
 * known.
 */
final class WorkerThreads {
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final int STATE_WITHIN = 64;

    private final Set<Path> working = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<@Nullable Path> own = ThreadLocal.withInitial(WorkerThreads::find);

    /** This thread works on a request from now on. */
    @Nullable
    Path begin() {
        Path thread = own.get();
        if (thread != null) {
            working.add(thread);
        }
        return thread;
    }

    /** The thread that has begun it does so no longer. */
    void end(@Nullable Path thread) {
        if (thread != null) {
            working.remove(thread);
        }
    }

    /** How many could run. */
    int runnable() {
        return (int) working.stream().filter(WorkerThreads::isRunnable).count();
    }

    private static @Nullable Path find() {
        try {
            return TASKS.resolve(Files.readSymbolicLink(SELF).getFileName()).resolve("stat");
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static boolean isRunnable(Path stat) {
        try (InputStream file = Files.newInputStream(stat)) {
            String head = new String(file.readNBytes(STATE_WITHIN), StandardCharsets.ISO_8859_1);
            // the name before it may hold anything
            return head.startsWith(") R ", head.lastIndexOf(')'));
        } catch (IOException e) {
            // it has ended
            return false;
        }
    }
}
