package org.consilium.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.consilium.server.settings.CannotStart;

/** A file of system properties. It does not override properties that are already set, such as by {@code -D}. */
final class PropertyFile {
    private final Path file;

    PropertyFile(Path file) {
        this.file = file;
    }

    void apply() throws CannotStart {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw CannotStart.because("the properties file " + file + " cannot be read");
        }
        for (String name : properties.stringPropertyNames()) {
            System.getProperties().putIfAbsent(name, properties.getProperty(name));
        }
    }
}
