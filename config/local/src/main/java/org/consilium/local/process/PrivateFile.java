package org.consilium.local.process;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Files and folders that only their owner can read, for everything that contains a secret. */
public final class PrivateFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    /** Writes the text to a file that others cannot read, not even while it is being written. */
    public static Path write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, OWNER_FILE);
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw StartException.of("write " + file, e);
        }
    }

    /** Writes the values as Java properties. */
    public static Path write(Path file, Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw StartException.of("write " + file, e);
        }
        return write(file, text.toString());
    }

    /** Creates the folder if it does not exist. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder, OWNER_FOLDER);
        } catch (IOException e) {
            throw StartException.of("create " + folder, e);
        }
    }
}
