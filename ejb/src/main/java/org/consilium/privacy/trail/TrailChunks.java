package org.consilium.privacy.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is exported piece by piece while it is sent, each piece in a short transaction of its own. */
@ApplicationScoped
public class TrailChunks {
    private static final int ROWS = 1_000;

    @Inject
    private TrailReader reader;

    @Inject
    private Parties parties;

    /** The rows after a position, with the people in them. */
    record Chunk(List<TrailRow> rows, @Nullable TrailPosition next) {}

    @Transactional
    Chunk read(TrailSelection selection, @Nullable TrailPosition after) {
        TrailReader.Entries entries = reader.newest(selection, after, ROWS);
        return new Chunk(parties.rows(entries.rows()), entries.next());
    }
}
