package org.consilium.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A list that people keep: a line for each entry, its fields separated by spaces, the last a text. */
final class ListFile {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ListFile() {}

    static List<List<String>> read(Path file, int fields) throws IOException {
        List<List<String>> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> entry = List.of(SPACES.split(line.strip(), fields));
            if (entry.size() < fields) {
                throw new IOException(file.getFileName() + ": " + fields + " fields expected: " + line);
            }
            entries.add(entry);
        }
        return entries;
    }
}
