package org.consilium.trail.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.IdRange;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a whole trail: each seal, then the entries of the ids that it settles, then the anchors that name it;
 * last of all the entries that no seal is over yet. Entries that somebody has added, and seals that somebody has
 * changed, are among them, so that a verification finds them.
 */
public final class TrailExport {
    private static final int SEALS = 100;
    private static final int ENTRIES = 5_000;

    private final TrailSource source;
    private final PublicKeys keys;
    private @Nullable Seal last;

    /** @param keys by which genuine seals are told from others, whose ids settle nothing */
    public TrailExport(TrailSource source, PublicKeys keys) {
        this.source = source;
        this.keys = keys;
    }

    /** Writes all lines but the first and the last one of a file. */
    public void writeTo(LineSink out) throws IOException {
        long newestAnchor = source.newestAnchor();
        Anchors anchors = new Anchors(source, newestAnchor, source.kept().orElse(List.of()), out);
        List<TrailSource.Stored> piece = source.seals(0, SEALS);
        while (!piece.isEmpty()) {
            write(piece.stream().map(stored -> read(stored.line())).toList(), anchors, out);
            piece = source.seals(piece.getLast().number(), SEALS);
        }
        Seal newest = last;
        writeEntries(
                newest == null
                        ? Ids.of(0, Long.MAX_VALUE)
                        : newest.open().ids().plus(Ids.of(newest.upTo() + 1, Long.MAX_VALUE)),
                out);
        anchors.writeAll();
    }

    /** @param seal null if it is not genuine */
    private record Read(String line, @Nullable Seal seal) {}

    private Read read(String line) {
        return new Read(line, genuine(line).orElse(null));
    }

    private Optional<Seal> genuine(String line) {
        try {
            SignedLine signed = SignedLine.parse(line);
            Seal seal = Seal.parse(signed);
            return keys.haveSigned(signed, seal.key()) ? Optional.of(seal) : Optional.empty();
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    private void write(List<Read> piece, Anchors anchors, LineSink out) throws IOException {
        NavigableMap<Long, List<EntryLine>> entries = new TreeMap<>();
        int fetched = 0;
        for (int i = 0; i < piece.size(); i++) {
            if (i == fetched) {
                fetched = fetch(piece, i, entries);
            }
            Seal seal = piece.get(i).seal();
            out.accept(piece.get(i).line());
            if (seal != null && seal.number() > number(last)) {
                for (IdRange range : seal.settled(last).ranges()) {
                    NavigableMap<Long, List<EntryLine>> own = entries.subMap(range.from(), true, range.to(), true);
                    for (List<EntryLine> ofId : own.values()) {
                        for (EntryLine entry : ofId) {
                            out.accept(entry.text());
                        }
                    }
                    own.clear();
                }
                last = seal;
                anchors.writeUpTo(seal.number());
            }
        }
    }

    private static long number(@Nullable Seal seal) {
        return seal == null ? 0 : seal.number();
    }

    /** Reads the entries of some seals at once, as most of them are small; returns the number of the first not read. */
    private int fetch(List<Read> piece, int from, NavigableMap<Long, List<EntryLine>> entries) {
        Ids wanted = Ids.NONE;
        Seal before = last;
        long count = 0;
        int next = from;
        while (next < piece.size() && (next == from || count < ENTRIES)) {
            Seal seal = piece.get(next++).seal();
            if (seal != null && seal.number() > number(before)) {
                wanted = wanted.plus(seal.settled(before));
                count += seal.ids().size();
                before = seal;
            }
        }
        forEach(
                wanted,
                entry -> entries.computeIfAbsent(entry.id(), id -> new ArrayList<>())
                        .add(entry));
        return next;
    }

    private interface Taking<X extends Exception> {
        void take(EntryLine entry) throws X;
    }

    private <X extends Exception> void forEach(Ids ids, Taking<X> taking) throws X {
        List<EntryLine> found = ids.isEmpty() ? List.of() : source.entries(ids, -1, ENTRIES);
        while (!found.isEmpty()) {
            List<EntryLine> whole = withoutSplitId(found);
            for (EntryLine entry : whole) {
                taking.take(entry);
            }
            long after = whole.getLast().id();
            // an id beyond all that the database gives out by itself
            found = after < 0 ? List.of() : source.entries(ids, after, ENTRIES);
        }
    }

    /** Somebody may have added another entry of an id, which must not fall between two pieces. */
    private static List<EntryLine> withoutSplitId(List<EntryLine> found) {
        long last = found.getLast().id();
        if (found.size() < ENTRIES || found.getFirst().id() == last) {
            return found;
        }
        return found.stream().takeWhile(entry -> entry.id() != last).toList();
    }

    private void writeEntries(Ids ids, LineSink out) throws IOException {
        forEach(ids, entry -> out.accept(entry.text()));
    }
}
