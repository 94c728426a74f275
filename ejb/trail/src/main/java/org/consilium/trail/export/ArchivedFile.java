package org.consilium.trail.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A file of the archive, read once from its beginning to its end while seals ask for their entries. A seal asks for ids
 * that ascend, but for those that earlier seals have passed over: these wait here until they are asked for.
 */
final class ArchivedFile implements AutoCloseable {
    private final BufferedReader lines;

    /** What was read and not taken, by its id; nothing stops somebody from adding another entry with the same id. */
    private final NavigableMap<Long, List<EntryLine>> waiting = new TreeMap<>();

    /** What the last call has given. */
    private List<EntryLine> given = List.of();

    private boolean ended;

    ArchivedFile(InputStream content) throws IOException {
        lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(content, 1 << 16), StandardCharsets.US_ASCII));
    }

    /** Entries with these ids above {@code after}, ascending, {@code most} at most. */
    List<EntryLine> entries(Ids ids, long after, int most) {
        forget(after);
        long found = waiting(ids, after).stream().filter(id -> ids.contains(id)).count();
        EntryLine next = found < most ? next() : null;
        while (next != null) {
            waiting.computeIfAbsent(next.id(), id -> new ArrayList<>()).add(next);
            found += next.id() > after && ids.contains(next.id()) ? 1 : 0;
            boolean enough = found >= most || next.id() > ids.ranges().getLast().to();
            next = enough ? null : next();
        }
        given = waiting(ids, after).stream()
                .filter(ids::contains)
                .flatMap(id -> waiting.getOrDefault(id, List.of()).stream())
                .limit(most)
                .toList();
        return given;
    }

    private Collection<Long> waiting(Ids ids, long after) {
        long from = Math.max(after + 1, ids.ranges().getFirst().from());
        long to = ids.ranges().getLast().to();
        return from > to ? List.of() : waiting.subMap(from, true, to, true).keySet();
    }

    /** A caller who goes on after an id has taken what was given up to it; one who begins anew has taken all. */
    private void forget(long after) {
        given.stream().map(EntryLine::id).filter(id -> after < 0 || id <= after).forEach(waiting::remove);
    }

    private @Nullable EntryLine next() {
        try {
            String line = ended ? null : lines.readLine();
            while (line != null && !EntryLine.isEntry(line)) {
                line = lines.readLine();
            }
            ended = line == null;
            return line == null ? null : EntryLine.parse(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
