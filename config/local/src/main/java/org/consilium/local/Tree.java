package org.consilium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with all that is in it. */
final class Tree {
    private Tree() {}

    /** Deletes what the condition accepts, contents before their folder; a folder that is not there is no error. */
    static void delete(Path folder, Predicate<Path> doomed) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths =
                    all.filter(doomed).sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}
