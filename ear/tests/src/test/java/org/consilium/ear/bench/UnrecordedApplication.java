package org.consilium.ear.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.consilium.audit.NoEntries;
import org.consilium.local.process.Project;

/** The application, changed to put nothing on record. */
final class UnrecordedApplication {
    private static final String MODULE = "ejb.jar";
    private static final String CLASS = NoEntries.class.getName().replace('.', '/') + ".class";

    private UnrecordedApplication() {}

    /** Makes it in a folder. */
    static Path in(Path folder) throws IOException {
        Path made = Files.createDirectories(folder.resolve("unrecorded"));
        Path application = Files.copy(
                Project.here().application(), made.resolve("consilium.ear"), StandardCopyOption.REPLACE_EXISTING);
        Path module = made.resolve(MODULE);
        try (FileSystem archive = FileSystems.newFileSystem(application)) {
            Path packed = archive.getPath(MODULE);
            Files.copy(packed, module, StandardCopyOption.REPLACE_EXISTING);
            addTo(module);
            Files.copy(module, packed, StandardCopyOption.REPLACE_EXISTING);
        }
        return application;
    }

    private static void addTo(Path module) throws IOException {
        try (FileSystem classes = FileSystems.newFileSystem(module);
                InputStream compiled = Objects.requireNonNull(NoEntries.class.getResourceAsStream("/" + CLASS))) {
            Files.copy(compiled, classes.getPath(CLASS));
        }
    }
}
