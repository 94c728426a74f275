package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.consilium.audit.TrailTables;
import org.consilium.database.NativeReads;
import org.consilium.trail.export.TrailArchive;
import org.consilium.trail.export.TrailSource.Stored;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.IdRange;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.SignedLine;
import org.consilium.trail.seal.StoredEntries;

/** Reads entries, seals, and anchors from the primary database. */
@ApplicationScoped
public class SealedTables implements StoredEntries {
    /** In one statement, whose text would get too long. */
    private static final int RANGES = 200;

    private static final String COLUMNS = String.join(", ", EntryLine.COLUMNS);

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables tables;

    @Override
    public LocalDateTime now() {
        return (LocalDateTime) Objects.requireNonNull(
                reads.rows("SELECT UTC_TIMESTAMP(6)", List.of()).getFirst()[0]);
    }

    @Override
    public List<EntryLine> after(long id, int most) {
        return entries("id > ? AND id <= ?", List.of(id, Long.MAX_VALUE), most);
    }

    /** The lowest id above another one, of the last days. */
    OptionalLong firstAfter(long id) {
        return reads
                .rows(
                        "SELECT id FROM " + tables.entry()
                                + " WHERE id > ? AND at > UTC_TIMESTAMP(6) - INTERVAL 2 DAY ORDER BY id LIMIT 1",
                        List.of(id))
                .stream()
                .mapToLong(row -> ((Number) Objects.requireNonNull(row[0])).longValue())
                .findFirst();
    }

    private List<EntryLine> entries(String condition, List<Object> values, int most) {
        List<Object> all = new ArrayList<>(values);
        all.add(most);
        return reads
                .rows(
                        "SELECT " + COLUMNS + " FROM " + tables.entry() + " WHERE " + condition
                                + " ORDER BY id, at LIMIT ?",
                        all)
                .stream()
                .map(EntryLine::of)
                .toList();
    }

    @Override
    public List<EntryLine> committed(Ids ids, int most) {
        return entries(ids, -1, most);
    }

    /** Entries with these ids above {@code after}, ascending. */
    List<EntryLine> entries(Ids ids, long after, int most) {
        List<IdRange> left =
                ids.ranges().stream().filter(range -> range.to() > after).toList();
        List<EntryLine> found = new ArrayList<>();
        for (int from = 0; from < left.size() && found.size() < most; from += RANGES) {
            List<IdRange> some = left.subList(from, Math.min(from + RANGES, left.size()));
            List<Object> values = new ArrayList<>(bounds(some));
            values.add(after);
            found.addAll(entries("(" + condition(some) + ") AND id > ?", values, most - found.size()));
        }
        return found;
    }

    /** The highest ids are those of entries that somebody has added, which no seal takes. */
    private static String condition(List<IdRange> ranges) {
        return ranges.stream()
                .map(range -> range.to() == Long.MAX_VALUE ? "id >= ? AND 0 <= ?" : "id BETWEEN ? AND ?")
                .collect(Collectors.joining(" OR "));
    }

    private static List<Object> bounds(List<IdRange> ranges) {
        List<Object> bounds = new ArrayList<>();
        ranges.forEach(range -> {
            bounds.add(range.from());
            bounds.add(range.to());
        });
        return bounds;
    }

    @Override
    public Ids taken(Ids ids) {
        List<Long> found = new ArrayList<>();
        for (int from = 0; from < ids.ranges().size(); from += RANGES) {
            List<IdRange> some = ids.ranges()
                    .subList(from, Math.min(from + RANGES, ids.ranges().size()));
            reads.uncommitted(
                            "SELECT DISTINCT id FROM " + tables.entry() + " WHERE " + condition(some) + " ORDER BY id",
                            bounds(some))
                    .forEach(row -> found.add(number(row[0])));
        }
        return Ids.of(found);
    }

    Optional<Stored> newestSeal() {
        return stored(
                        "SELECT number, line, signature FROM " + tables.seal() + " ORDER BY number DESC LIMIT 1",
                        List.of())
                .stream()
                .findFirst();
    }

    Optional<Stored> newestAnchor() {
        return stored(
                        "SELECT number, line, signature FROM " + tables.anchor() + " ORDER BY number DESC LIMIT 1",
                        List.of())
                .stream()
                .findFirst();
    }

    List<Stored> seals(long after, int most) {
        return stored(
                "SELECT number, line, signature FROM " + tables.seal() + " WHERE number > ? ORDER BY number LIMIT ?",
                List.of(after, most));
    }

    List<Stored> anchors(long after, int most) {
        return stored(
                "SELECT number, line, signature FROM " + tables.anchor() + " WHERE number > ? ORDER BY number LIMIT ?",
                List.of(after, most));
    }

    /** The files of archived days that may have entries with ids from one to another. */
    List<TrailArchive.File> archived(long from, long to) {
        return reads
                .rows(
                        "SELECT f.name, f.first_id, f.last_id FROM " + tables.archivedFile() + " f JOIN "
                                + tables.archivedDay() + " d ON d.day = f.day WHERE f.first_id <= ? AND f.last_id >= ?",
                        List.of(to, from))
                .stream()
                .map(row -> new TrailArchive.File(String.valueOf(row[0]), number(row[1]), number(row[2])))
                .toList();
    }

    private List<Stored> stored(String sql, List<Object> values) {
        return reads.rows(sql, values).stream()
                .map(row -> new Stored(
                        number(row[0]), new SignedLine(String.valueOf(row[1]), String.valueOf(row[2])).line()))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
