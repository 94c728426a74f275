package org.consilium.ear.hostile;

import java.util.List;
import org.consilium.ear.stand.Stand;

/** What the shared node has logged since a moment. */
final class NodeLog {

    private final int before = lines().size();

    private static List<String> lines() {
        return Stand.get().node().lines();
    }

    /** The lines of a level since then. */
    List<String> since(String level) {
        List<String> all = lines();
        return all.subList(Math.min(before, all.size()), all.size()).stream()
                .filter(line -> line.contains("\"level\":\"" + level + "\""))
                .toList();
    }
}
