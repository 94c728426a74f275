package org.consilium.server.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A locked file in the directory of a node, which shows that the node runs: the operating system releases the lock when
 * the process ends, however it ends. The next node to start deletes the directories of nodes that have died.
 */
public final class NodeLock {
    private static final Logger LOG = Logger.getLogger(NodeLock.class.getName());
    private static final String FILE = ".lock";

    private final FileChannel file;

    private NodeLock(FileChannel file) {
        this.file = file;
    }

    /** Locks a directory for this process. */
    public static NodeLock on(Path directory) throws IOException {
        Path unlocked = directory.resolve(FILE + "-new");
        FileChannel file = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        NodeLock lock = new NodeLock(file);
        if (file.tryLock() == null) {
            lock.release();
            throw new IOException(directory + " is locked by another process");
        }
        // nobody finds the file under this name before it is locked
        Files.move(unlocked, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        return lock;
    }

    /** Deletes the directories of dead nodes: those beside {@code own} that begin with {@code prefix} as well. */
    public static void deleteDead(Path own, String prefix) throws IOException {
        List<Path> others;
        try (Stream<Path> siblings = Files.list(own.resolveSibling(""))) {
            others = siblings.filter(path -> path.getFileName().toString().startsWith(prefix) && !path.equals(own))
                    .toList();
        }
        for (Path other : others) {
            try {
                if (isOfSameOwner(other, own)) {
                    deleteIfDead(other);
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, e, () -> "the files of a dead node cannot be deleted: " + other);
            }
        }
    }

    private static boolean isOfSameOwner(Path other, Path own) throws IOException {
        return Files.isRegularFile(other.resolve(FILE), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
    }

    private static void deleteIfDead(Path directory) throws IOException {
        try (FileChannel file = FileChannel.open(directory.resolve(FILE), StandardOpenOption.WRITE);
                @Nullable FileLock dead = file.tryLock()) {
            if (dead != null) {
                FileTree.delete(directory);
                LOG.info(() -> "deleted the files of a dead node: " + directory);
            }
        }
    }

    /** Releases the lock, when the directory is deleted. */
    public void release() throws IOException {
        file.close();
    }
}
