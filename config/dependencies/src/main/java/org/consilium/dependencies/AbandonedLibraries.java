package org.consilium.dependencies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Libraries that get no fixes any more, each with the reason or its successor. */
record AbandonedLibraries(List<List<String>> entries) {

    static AbandonedLibraries read(Path file) throws IOException {
        return new AbandonedLibraries(ListFile.read(file, 2));
    }

    Optional<String> reason(Component component) {
        return entries.stream()
                .filter(entry -> component.isMeantBy(entry.get(0)))
                .map(entry -> entry.get(1))
                .findFirst();
    }
}
