package org.consilium.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A folder with all state of one set of back ends and nodes, and the processes that run on it. Only one process at a
 * time can open it; closing it stops its children, the last started first.
 */
public final class Workspace implements AutoCloseable {
    private static final String SECRETS = "secrets.properties";
    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final WorkspaceLock lock;
    private final Deque<ChildProcess> children = new ArrayDeque<>();
    private final CompletableFuture<ChildProcess> crash = new CompletableFuture<>();
    private Runnable beforeClosing = () -> {};
    private Secrets secrets;
    private boolean closed;

    private Workspace(Path folder, WorkspaceLock lock) {
        this.folder = folder;
        this.lock = lock;
        this.secrets = new Secrets(folder.resolve(SECRETS));
    }

    /**
     * Opens the folder, which is created if necessary, and stops the children of an earlier start that are still
     * running.
     *
     * @throws StartException if another process has opened it
     */
    public static Workspace open(Path folder) {
        Path absolute = PrivateFile.folder(folder.toAbsolutePath().normalize());
        Workspace workspace = new Workspace(absolute, WorkspaceLock.of(absolute));
        workspace.orphans().stopAll();
        return workspace;
    }

    /** Deletes everything in the folder: data, logs and secrets. */
    public void clear() {
        try {
            FileTree.delete(folder, path -> !path.equals(folder) && !path.equals(folder.resolve(WorkspaceLock.FILE)));
        } catch (IOException e) {
            throw StartException.of("delete " + folder, e);
        }
        secrets = new Secrets(folder.resolve(SECRETS));
    }

    /** Fails if the disk has less free space than this. */
    public void requireSpace(long megabytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            if (free < megabytes) {
                throw new StartException("the disk is nearly full: %d MB free at %s, at least %d MB needed"
                        .formatted(free, folder, megabytes));
            }
        } catch (IOException e) {
            throw StartException.of("determine the free space of " + folder, e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** A folder inside this one, which is created if necessary. */
    public Path folder(String name) {
        return PrivateFile.folder(folder.resolve(name));
    }

    /** The path of a child's configuration file; each start writes it again. */
    public Path configuration(String name) {
        return folder("run").resolve(name);
    }

    public Secrets secrets() {
        return secrets;
    }

    private OrphanProcesses orphans() {
        return new OrphanProcesses(folder("run"));
    }

    /**
     * Starts a program whose output goes to a log of the same name. If it ends by itself, that is a {@link #crash()} of
     * the whole workspace.
     *
     * @param gracePeriod how long it may take to end when it is asked to
     */
    public ChildProcess start(String name, List<String> command, Duration gracePeriod) {
        return start(name, command, gracePeriod, crash::complete);
    }

    /**
     * Starts a program whose crash is handled by the caller.
     *
     * @param onCrash called when it ends without having been stopped
     */
    public synchronized ChildProcess start(
            String name, List<String> command, Duration gracePeriod, Consumer<ChildProcess> onCrash) {
        if (closed) {
            throw new StartException("stopping");
        }
        Path log = newLog(name);
        try {
            Process process = ChildCommand.start(command, log.toFile());
            return register(new ChildProcess(name, process, log, gracePeriod), process.toHandle(), onCrash);
        } catch (IOException e) {
            throw StartException.of("start " + name, e);
        }
    }

    /** The path of a new log of that name; the one of the start before is kept beside it. */
    public Path newLog(String name) {
        Path log = folder("logs").resolve(name + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw StartException.of("begin " + log, e);
        }
    }

    private ChildProcess register(ChildProcess child, ProcessHandle process, Consumer<ChildProcess> onCrash) {
        children.addFirst(child);
        orphans().record(child.name(), process);
        var unused = child.crash().thenAccept(onCrash);
        return child;
    }

    /** Completes with the first child that has crashed, or was reported as failed. */
    public CompletableFuture<ChildProcess> crash() {
        return crash;
    }

    /** Reports a child that the others cannot run without. */
    public void reportFailure(ChildProcess child) {
        crash.complete(child);
    }

    /** Sets an action that runs before the children are stopped, such as asking several to end at the same time. */
    public void beforeClosing(Runnable action) {
        beforeClosing = action;
    }

    @Override
    public void close() {
        close(child -> {});
    }

    /** Whether the children have been stopped, or are being stopped. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Stops all children, the last started first.
     *
     * @param onStopped called after each child that was still running has been stopped
     */
    public synchronized void close(Consumer<ChildProcess> onStopped) {
        if (closed) {
            return;
        }
        closed = true;
        List<ChildProcess> running =
                children.stream().filter(ChildProcess::isAlive).toList();
        beforeClosing.run();
        for (ChildProcess child : children) {
            child.stop();
            if (running.contains(child)) {
                onStopped.accept(child);
            }
        }
        orphans().stopAll();
        lock.close();
    }
}
