package org.consilium.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.consilium.server.files.FileTree;
import org.consilium.server.files.NodeLock;
import org.consilium.server.settings.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one run of the server. It is a fresh copy of the distribution's: Payara Micro writes deployed
 * applications into it, and would fail over them at the next start.
 */
final class RootDirectory {
    /** A file that identifies a directory of this server, whose content may be deleted. */
    private static final String MARKER = ".consilium-server";

    private static final String TEMPORARY = "consilium-server-";

    private final Path path;
    /** The lock of a temporary directory; null for one that the operator named. */
    private final @Nullable NodeLock lock;

    private RootDirectory(Path path, @Nullable NodeLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Copies the template to the given directory, or to a temporary one if there is none. */
    static RootDirectory from(Path template, @Nullable Path given) throws CannotStart {
        try {
            Path path = given == null
                    ? Files.createTempDirectory(TEMPORARY).toAbsolutePath()
                    : Files.createDirectories(given).toAbsolutePath();
            clear(path);
            copy(template, path);
            return new RootDirectory(path, given == null ? lock(path) : null);
        } catch (IOException e) {
            throw CannotStart.because("the root directory cannot be written: " + e.getMessage());
        }
    }

    /** Locks a temporary directory, and deletes those of nodes that have died. */
    private static NodeLock lock(Path path) throws IOException {
        NodeLock lock = NodeLock.on(path);
        NodeLock.deleteDead(path, TEMPORARY);
        return lock;
    }

    Path path() {
        return path;
    }

    /** Deletes a temporary directory; one that the operator named stays. */
    void delete() {
        if (lock != null) {
            try {
                FileTree.delete(path);
                lock.release();
            } catch (IOException e) {
                // the stopping server still writes a file; the operating system will clean up
                System.getLogger(RootDirectory.class.getName())
                        .log(System.Logger.Level.DEBUG, "temporary directory not removed", e);
            }
        }
    }

    private static void clear(Path path) throws IOException, CannotStart {
        try (var entries = Files.list(path)) {
            List<Path> present = entries.toList();
            if (!present.isEmpty() && !present.contains(path.resolve(MARKER))) {
                throw CannotStart.because("the root directory " + path + " holds files of something else");
            }
            for (Path entry : present) {
                FileTree.delete(entry);
            }
        }
        Files.createFile(path.resolve(MARKER));
    }

    private static void copy(Path template, Path target) throws IOException {
        try (var files = Files.walk(template)) {
            for (Path source : (Iterable<Path>) files::iterator) {
                Path copy = target.resolve(template.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
