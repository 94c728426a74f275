package org.consilium.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps other processes out of a folder for as long as it is open; the system releases it if this process dies. */
final class WorkspaceLock implements AutoCloseable {
    static final String FILE = "lock";

    private final Path folder;
    private final FileChannel channel;

    private WorkspaceLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks the folder.
     *
     * @throws StartException if it is locked already
     */
    static WorkspaceLock of(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new WorkspaceLock(folder, channel);
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            throw new StartException("this process has already opened " + folder, e);
        } catch (IOException e) {
            throw StartException.of("lock " + folder, e);
        }
        throw new StartException("Consilium is already running on " + folder + ": stop it first");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StartException.of("unlock " + folder, e);
        }
    }
}
