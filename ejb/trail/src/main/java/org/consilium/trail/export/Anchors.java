package org.consilium.trail.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.JsonLine;
import org.consilium.trail.seal.SignedLine;
import org.jspecify.annotations.Nullable;

/**
 * Writes each anchor after the seal that it names, and after each anchor the one of the same number that the object
 * store keeps. One that is kept there alone is written in its place as well.
 */
final class Anchors {
    private static final int PIECE = 500;

    private final TrailSource source;
    private final LineSink out;
    private final Deque<Long> objects;
    private final Deque<TrailSource.Stored> rows = new ArrayDeque<>();
    private long read;
    private boolean allRead;

    /** Later ones were made since the object store was asked for what it keeps. */
    private final long newest;

    /** The line of the first object, once it was read. */
    private @Nullable String first;

    /** @param newestRow before the objects were listed */
    Anchors(TrailSource source, long newestRow, List<Long> objects, LineSink out) {
        this.source = source;
        this.objects = new ArrayDeque<>(objects);
        this.newest = Math.max(newestRow, objects.isEmpty() ? 0 : objects.getLast());
        this.out = out;
    }

    /** Those of seals up to this one. */
    void writeUpTo(long seal) throws IOException {
        while (true) {
            TrailSource.Stored row = nextRow();
            Long object = objects.peekFirst();
            if (object != null && (row == null || object < row.number())) {
                if (sealOf(firstObject()) > seal) {
                    return;
                }
                writeObject();
            } else if (row != null && sealOf(row.line()) <= seal) {
                out.accept(rows.removeFirst().line());
                if (object != null && object == row.number()) {
                    writeObject();
                }
            } else {
                return;
            }
        }
    }

    /** What is left. */
    void writeAll() throws IOException {
        writeUpTo(Long.MAX_VALUE);
    }

    private TrailSource.@Nullable Stored nextRow() {
        if (rows.isEmpty() && !allRead) {
            source.anchors(read, PIECE).stream()
                    .takeWhile(row -> row.number() <= newest)
                    .forEach(rows::add);
            allRead = rows.size() < PIECE;
            read = rows.isEmpty() ? read : rows.getLast().number();
        }
        return rows.peekFirst();
    }

    private String firstObject() {
        if (first == null) {
            first = source.kept(objects.getFirst()).orElse("");
        }
        return first;
    }

    private void writeObject() throws IOException {
        String line = firstObject();
        out.accept(new JsonLine()
                .with("kept", objects.removeFirst())
                .with("line", line)
                .close());
        first = null;
    }

    /** One that cannot be read is written at once. */
    private static long sealOf(String line) {
        try {
            return Anchor.parse(SignedLine.parse(line)).seal();
        } catch (IllegalArgumentException changed) {
            return 0;
        }
    }
}
