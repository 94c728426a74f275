package org.consilium.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A folder that holds all state of one set of back ends and nodes, and the processes that work on it. One process at a
 * time may have it open; closing it stops its children, the last started first.
 */
public final class Workspace implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String SECRETS = "secrets.properties";
    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final FileChannel lock;
    private final Deque<ChildProcess> children = new ArrayDeque<>();
    private final CompletableFuture<ChildProcess> crash = new CompletableFuture<>();
    private Runnable beforeClosing = () -> {};
    private Secrets secrets;
    private boolean closed;

    private Workspace(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.secrets = new Secrets(folder.resolve(SECRETS));
    }

    /**
     * Opens the folder, creating it when it is not there, and stops what is still running of an earlier start.
     *
     * @throws StartException when another process has it open
     */
    public static Workspace open(Path folder) {
        Path absolute = PrivateFile.folder(folder.toAbsolutePath().normalize());
        Workspace workspace = new Workspace(absolute, lock(absolute));
        workspace.leftOvers().stop();
        return workspace;
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            throw new StartException("this process has already opened " + folder, e);
        } catch (IOException e) {
            throw StartException.of("use " + folder, e);
        }
        throw new StartException("Consilium already runs on " + folder + ": stop it first");
    }

    /** Deletes everything in the folder: the data, the logs, the secrets. */
    public void clear() {
        try {
            Tree.delete(folder, path -> !path.equals(folder) && !path.equals(folder.resolve(LOCK)));
        } catch (IOException e) {
            throw StartException.of("delete " + folder, e);
        }
        secrets = new Secrets(folder.resolve(SECRETS));
    }

    /** Refuses to start on a disk that would be full soon. */
    void requireSpace(long megabytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            if (free < megabytes) {
                throw new StartException("the disk is nearly full: %d MB free at %s, at least %d MB needed"
                        .formatted(free, folder, megabytes));
            }
        } catch (IOException e) {
            throw StartException.of("look at the free space of " + folder, e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** A folder inside this one, created when it is not there. */
    public Path folder(String name) {
        return PrivateFile.folder(folder.resolve(name));
    }

    /** A file with the configuration of a child; the next start writes it anew. */
    public Path configuration(String name) {
        return folder("run").resolve(name);
    }

    public Secrets secrets() {
        return secrets;
    }

    private LeftOvers leftOvers() {
        return new LeftOvers(folder("run"));
    }

    /**
     * Starts a program whose output goes to a log of its name.
     *
     * @param grace how long it may take to end when it is asked to
     */
    public ChildProcess start(String name, List<String> command, Duration grace) {
        return start(name, command, grace, crash::complete);
    }

    /** The same for a program whose end, when nobody has asked for it, is not the end of all. */
    synchronized ChildProcess start(
            String name, List<String> command, Duration grace, Consumer<ChildProcess> whenCrashed) {
        if (closed) {
            throw new StartException("stopping");
        }
        Path log = newLog(name);
        try {
            Process process = ChildCommand.start(command, log.toFile());
            return register(new ChildProcess(name, process, log, grace), process.toHandle(), whenCrashed);
        } catch (IOException e) {
            throw StartException.of("start " + name, e);
        }
    }

    /** Where the log of that name goes; what an earlier start has written is kept beside it. */
    Path newLog(String name) {
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

    private ChildProcess register(ChildProcess child, ProcessHandle process, Consumer<ChildProcess> whenCrashed) {
        children.addFirst(child);
        leftOvers().remember(child.name(), process);
        var unused = child.crash().thenAccept(whenCrashed);
        return child;
    }

    /** Completes with the first child that ends although nobody has asked it to. */
    CompletableFuture<ChildProcess> crash() {
        return crash;
    }

    /** Reports a child without which there is no going on. */
    void giveUp(ChildProcess child) {
        crash.complete(child);
    }

    /** Does something first when all are stopped, such as asking several to end at the same time. */
    void beforeClosing(Runnable action) {
        beforeClosing = action;
    }

    @Override
    public void close() {
        close(child -> {});
    }

    /** Whether everything has been stopped, or is being stopped. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops every child, the last started first, telling of each that was still running. */
    synchronized void close(Consumer<ChildProcess> stopped) {
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
                stopped.accept(child);
            }
        }
        leftOvers().stop();
        unlock();
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw StartException.of("leave " + folder, e);
        }
    }
}
