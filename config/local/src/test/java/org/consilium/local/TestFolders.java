package org.consilium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for tests, with the 330 MB of MariaDB's programs unpacked once for all of them. */
public final class TestFolders {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private TestFolders() {}

    /** An empty folder for a workspace, its path with a blank in it. */
    public static Path empty(String name) throws IOException {
        Path software = Files.createDirectories(TARGET.resolve("test-software"));
        MariaDbSoftware.unpackInto(software);
        Path folder = TARGET.resolve("test workspaces").resolve(name);
        Tree.delete(folder, path -> true);
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("software"), software);
        return folder;
    }
}
