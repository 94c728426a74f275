package org.consilium.trail.stand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consilium.trail.export.TrailExport;
import org.consilium.trail.export.TrailFile;
import org.consilium.trail.export.TrailSource;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.Sealer;
import org.consilium.trail.seal.SignedLine;
import org.consilium.trail.seal.StoredEntries;
import org.consilium.trail.verify.Report;
import org.consilium.trail.verify.Verification;

/** The tables of a trail and its objects, with transactions that are open. */
public final class MemoryTrail implements StoredEntries, TrailSource {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 29, 8, 0);

    public final TestKey key = new TestKey();
    public final NavigableMap<Long, EntryLine> entries = new TreeMap<>();
    /** Further entries of the same ids. */
    public final NavigableMap<Long, EntryLine> doubles = new TreeMap<>();

    public final NavigableMap<Long, EntryLine> uncommitted = new TreeMap<>();
    public final NavigableMap<Long, String> seals = new TreeMap<>();
    public final NavigableMap<Long, String> anchors = new TreeMap<>();
    public final NavigableMap<Long, String> objects = new TreeMap<>();
    /** What happens once the objects are listed, and the rows of anchors are not read yet. */
    public Runnable afterListing = () -> {};

    private long nextId = 1;
    private Duration passed = Duration.ZERO;

    /** An entry of a transaction that is still open. */
    public long begin() {
        long id = nextId++;
        uncommitted.put(id, entry(id, "detail of " + id));
        return id;
    }

    public static EntryLine entry(long id, String detail) {
        Object[] row = new Object[EntryLine.COLUMNS.size()];
        row[0] = id;
        row[1] = BEGIN.plusSeconds(id % 86400);
        row[2] = "VIEW";
        row[3] = "READ_CONSULTATION";
        row[4] = "DONE";
        row[5] = 12L;
        row[6] = "DOCTOR";
        row[7] = 34L;
        row[8] = "CONSULTATION";
        row[9] = "AbCdEfGhIjKlMnOpQrStUv";
        row[10] = "CARE_TEAM";
        row[11] = "192.0.2.17";
        row[13] = "node-1/4711";
        row[14] = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
        row[16] = detail;
        return EntryLine.of(row);
    }

    public void commit(long id) {
        entries.put(id, uncommitted.remove(id));
    }

    public void rollBack(long id) {
        uncommitted.remove(id);
    }

    public long add() {
        long id = begin();
        commit(id);
        return id;
    }

    public void add(int many) {
        for (int i = 0; i < many; i++) {
            add();
        }
    }

    public void pass(Duration time) {
        passed = passed.plus(time);
    }

    /** Seals all that is committed. */
    public void seal(int most) {
        Sealer sealer = new Sealer(this, key, most);
        while (true) {
            SignedLine last =
                    seals.isEmpty() ? null : SignedLine.parse(seals.lastEntry().getValue());
            Optional<SignedLine> next = sealer.next(last);
            if (next.isEmpty()) {
                return;
            }
            seals.put(seals.isEmpty() ? 1 : seals.lastKey() + 1, next.get().line());
        }
    }

    public void anchor() {
        SignedLine last =
                anchors.isEmpty() ? null : SignedLine.parse(anchors.lastEntry().getValue());
        SignedLine next = Anchor.sign(
                last, EntryLine.time(now()), SignedLine.parse(seals.lastEntry().getValue()), key);
        long number = anchors.isEmpty() ? 1 : anchors.lastKey() + 1;
        anchors.put(number, next.line());
        objects.put(number, next.line());
    }

    public String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TrailFile.write("consilium_trail", this, key.publicKeys(), key, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    public Report verify() {
        return verify(export());
    }

    public Report verify(String file) {
        Verification verification = Verification.ofFile(key.publicKeys());
        file.lines().forEach(verification::accept);
        return verification.finish();
    }

    /** As the application does. */
    public Report verifyDatabase() {
        Verification verification = Verification.ofDatabase(key.publicKeys());
        verification.accept(TrailFile.head("consilium_trail", true));
        try {
            new TrailExport(this, key.publicKeys()).writeTo(verification::accept);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return verification.finish();
    }

    @Override
    public LocalDateTime now() {
        return BEGIN.plus(passed);
    }

    @Override
    public List<EntryLine> after(long id, int most) {
        return within(entries, Ids.of(id + 1, Long.MAX_VALUE)).limit(most).toList();
    }

    @Override
    public List<EntryLine> committed(Ids ids, int most) {
        return within(entries, ids).limit(most).toList();
    }

    private Stream<EntryLine> within(NavigableMap<Long, EntryLine> rows, Ids ids) {
        return ids.ranges().stream()
                .flatMap(range -> rows.subMap(range.from(), true, range.to(), true).values().stream())
                .flatMap(entry -> Stream.concat(Stream.of(entry), Stream.ofNullable(doubles.get(entry.id()))));
    }

    @Override
    public Ids taken(Ids ids) {
        NavigableMap<Long, EntryLine> all = new TreeMap<>(entries);
        all.putAll(uncommitted);
        return Ids.of(within(all, ids).map(EntryLine::id).distinct().toList());
    }

    @Override
    public List<Stored> seals(long after, int most) {
        return stored(seals, after, most);
    }

    private static List<Stored> stored(NavigableMap<Long, String> table, long after, int most) {
        return new ArrayList<>(table.tailMap(after, false).entrySet())
                .stream()
                        .limit(most)
                        .map(row -> new Stored(row.getKey(), row.getValue()))
                        .toList();
    }

    @Override
    public List<EntryLine> entries(Ids ids, long after, int most) {
        return within(entries, ids)
                .filter(entry -> entry.id() > after)
                .limit(most)
                .toList();
    }

    @Override
    public List<Stored> anchors(long after, int most) {
        return stored(anchors, after, most);
    }

    @Override
    public long newestAnchor() {
        return anchors.isEmpty() ? 0 : anchors.lastKey();
    }

    @Override
    public Optional<List<Long>> kept() {
        List<Long> listed = List.copyOf(objects.keySet());
        afterListing.run();
        return Optional.of(listed);
    }

    @Override
    public Optional<String> kept(long anchor) {
        return Optional.ofNullable(objects.get(anchor));
    }
}
