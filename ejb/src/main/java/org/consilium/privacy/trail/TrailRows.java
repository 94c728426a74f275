package org.consilium.privacy.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All rows of an export; one piece of them is in memory at a time. */
final class TrailRows implements Iterator<TrailRow> {
    private final TrailChunks chunks;
    private final TrailSelection selection;
    private final Deque<TrailRow> ready = new ArrayDeque<>();
    private @Nullable TrailPosition after;
    private boolean over;

    TrailRows(TrailChunks chunks, TrailSelection selection) {
        this.chunks = chunks;
        this.selection = selection;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !over) {
            TrailChunks.Chunk chunk = chunks.read(selection, after);
            ready.addAll(chunk.rows());
            after = chunk.next();
            over = after == null;
        }
        return !ready.isEmpty();
    }

    @Override
    public TrailRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
