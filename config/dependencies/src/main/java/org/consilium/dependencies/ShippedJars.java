package org.consilium.dependencies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The libraries in an EAR and in the WARs in it, beside the bills of materials: what is in none would never be looked
 * at.
 */
final class ShippedJars {
    private ShippedJars() {}

    /** The file names of those that no bill names. */
    static List<String> unlisted(Path ear, Collection<Component> listed) throws IOException {
        try (InputStream content = Files.newInputStream(ear)) {
            return libraries(content).stream()
                    .filter(jar -> listed.stream()
                            .noneMatch(component -> jar.contains(component.artifact() + "-" + component.version())))
                    .toList();
        }
    }

    private static List<String> libraries(InputStream archive) throws IOException {
        List<String> libraries = new ArrayList<>();
        // not closed: that would close the archive round it
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".war")) {
                libraries.addAll(libraries(entries));
            } else if (name.contains("lib/") && name.endsWith(".jar")) {
                libraries.add(name.substring(name.lastIndexOf('/') + 1));
            }
        }
        return libraries;
    }
}
