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
 * The threads that serve requests, and how many of them are runnable on Linux: state R of
 * {@code /proc/self/task/[tid]/stat} means computing or waiting for a processor (proc_pid_stat(5)). On other systems
 * none is counted.
 */
final class WorkerThreads {
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final int HEAD_BYTES = 64;

    private final Set<Path> working = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<@Nullable Path> own = ThreadLocal.withInitial(WorkerThreads::find);

    /** The current thread starts to serve a request. */
    @Nullable
    Path begin() {
        Path thread = own.get();
        if (thread != null) {
            working.add(thread);
        }
        return thread;
    }

    /** The thread has finished its request. */
    void end(@Nullable Path thread) {
        if (thread != null) {
            working.remove(thread);
        }
    }

    /** How many threads are runnable. */
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
            String head = new String(file.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            // the name before it may contain anything
            return head.startsWith(") R ", head.lastIndexOf(')'));
        } catch (IOException e) {
            // the thread has ended
            return false;
        }
    }
}
