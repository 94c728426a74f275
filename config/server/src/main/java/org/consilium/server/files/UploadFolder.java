package org.consilium.server.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The folder of one request for the files that are sent with its form. Only this server's user may read it. */
final class UploadFolder {
    private static final Logger LOG = Logger.getLogger(UploadFolder.class.getName());
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private boolean created;

    private UploadFolder(Path path) {
        this.path = path;
    }

    /** A folder that does not exist until it is needed. */
    static UploadFolder in(Path parent) {
        return new UploadFolder(parent.resolve(UUID.randomUUID().toString()));
    }

    /** The existing folder; each part of a form asks for it. */
    synchronized File create() {
        try {
            if (!created) {
                Files.createDirectories(path, PRIVATE);
                created = true;
            }
            return path.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes the folder with the files in it. If that fails, they are deleted when this node or its successor starts.
     */
    void delete() {
        try {
            FileTree.delete(path);
        } catch (NoSuchFileException unused) {
            LOG.finest("a request with a form sent no file");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the files of a request cannot be deleted", e);
        }
    }
}
