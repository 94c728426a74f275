package org.consilium.server.session;

import java.time.Instant;
import java.util.List;
import org.consilium.server.ServerProcess;

/** A session as the server lists it. */
record Listed(String handle, Instant began, Instant lastUsed, Instant endsAt, String description) {
    /** The sessions of the visitor's account, as a node lists them. */
    static List<Listed> by(NodeVisit visit, ServerProcess node) {
        return visit.text(node, "/caller?list").lines().skip(1).map(Listed::of).toList();
    }

    private static Listed of(String line) {
        String[] parts = line.split(" ", 5);
        return new Listed(
                parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]), Instant.parse(parts[3]), parts[4]);
    }
}
