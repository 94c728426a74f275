package org.consilium.machine.stand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Whether two files of properties say the same to Java: tells the keys that differ, and no value. */
public final class SameProperties {

    private SameProperties() {}

    public static void main(String[] files) throws IOException {
        Properties one = read(Path.of(files[0]));
        Properties other = read(Path.of(files[1]));
        Set<String> differing = new TreeSet<>(one.stringPropertyNames());
        differing.addAll(other.stringPropertyNames());
        differing.removeIf(key -> Objects.equals(one.getProperty(key), other.getProperty(key)));
        if (!differing.isEmpty()) {
            System.err.println("different: " + differing);
            System.exit(1);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
