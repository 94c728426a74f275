package org.consilium.server.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Builds a jar reproducibly: the same content always gives the same bytes. */
final class JarContent {
    /** 1980, the earliest time that a zip file can store. */
    private static final long ENTRY_TIME = 315_619_200_000L;

    private final Manifest manifest;
    private final Map<String, Path> entries = new TreeMap<>();

    JarContent(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Adds the files below {@code root} that have the first prefix and none of the others. */
    JarContent add(Path root, String prefix, String... except) throws IOException {
        try (var files = Files.walk(root.resolve(prefix))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (Files.isRegularFile(file) && !startsWithAny(name, except)) {
                    entries.put(name, file);
                }
            }
        }
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry("META-INF/MANIFEST.MF"));
            manifest.write(jar);
            for (Map.Entry<String, Path> file : entries.entrySet()) {
                jar.putNextEntry(entry(file.getKey()));
                Files.copy(file.getValue(), jar);
            }
        }
        return bytes.toByteArray();
    }

    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTime(ENTRY_TIME);
        return entry;
    }

    private static boolean startsWithAny(String name, String... prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
