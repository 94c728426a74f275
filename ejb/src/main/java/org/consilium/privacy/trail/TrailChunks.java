package org.consilium.privacy.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The slices in which the trail is exported: longer ones than those of a page. */
@ApplicationScoped
public class TrailChunks {
    private static final int ROWS = 1_000;

    @Inject
    private TrailReader reader;

    @Inject
    private Parties parties;

    /** The rows after a position, as its code, with the people in them. */
    Slice<TrailRow> read(TrailSelection selection, @Nullable String after) {
        TrailReader.Entries entries =
                reader.newest(selection, TrailPosition.parse(after).orElse(null), ROWS);
        TrailPosition next = entries.next();
        return new Slice<>(parties.rows(entries.rows()), next == null ? null : next.code());
    }
}
