package org.consilium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.local.database.MariaDbSoftware;
import org.consilium.local.process.FileTree;

/** Folders for tests, which share the unpacked programs of MariaDB (330 MB) and Redis. */
public final class TestFolders {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private TestFolders() {}

    /** An empty folder for a workspace; its path contains a space. */
    public static Path empty(String name) throws IOException {
        Path software = Files.createDirectories(TARGET.resolve("test-software"));
        MariaDbSoftware.unpackInto(software);
        Path folder = TARGET.resolve("test workspaces").resolve(name);
        FileTree.delete(folder, path -> true);
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("software"), software);
        return folder;
    }
}
