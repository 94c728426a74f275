package org.consilium.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with all of its contents. */
public final class FileTree {
    private FileTree() {}

    /** Deletes the paths that match, contents before their folder. A missing folder is not an error. */
    public static void delete(Path folder, Predicate<Path> condition) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths =
                    all.filter(condition).sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}
