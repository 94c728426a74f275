package org.consilium.trail.owner;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The seals that prove the entries of a day. */
final class CoveringSeals {
    private final TrailDatabase database;

    CoveringSeals(TrailDatabase database) {
        this.database = database;
    }

    /** @param id of the next entry, in ascending order */
    void need(long id) {}

    /** Writes them into a file, if there are any. */
    boolean write(Path file) throws SQLException, IOException {
        return false;
    }
}
