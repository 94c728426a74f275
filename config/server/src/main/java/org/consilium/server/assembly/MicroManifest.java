package org.consilium.server.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The manifest of payara-micro.jar. It opens packages of the JDK, and server.jar must open the same ones. */
final class MicroManifest {
    private static final List<String> OPENINGS = List.of("Add-Opens", "Add-Exports");

    private final Path file;

    MicroManifest(Path file) {
        this.file = file;
    }

    static Manifest empty() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    Manifest forServer(Path home, List<Path> libraries) throws IOException {
        Manifest manifest = empty();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MAIN_CLASS, "org.consilium.server.Server");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                libraries.stream()
                        .map(library -> home.relativize(library).toString().replace('\\', '/'))
                        .collect(Collectors.joining(" ")));
        try (InputStream stream = Files.newInputStream(file)) {
            Attributes micro = new Manifest(stream).getMainAttributes();
            for (String opening : OPENINGS) {
                attributes.putValue(opening, micro.getValue(opening));
            }
        }
        return manifest;
    }
}
