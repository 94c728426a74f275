package org.consilium.trail.owner;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The partitions of the entries: one for each day in UTC, one for all that is earlier, and one for all that is later.
 * Those two are usually empty, so that the days between them are added and removed without a copy of any entry.
 */
final class Partitions {
    static final String EARLIER = "earlier";
    static final String LATER = "later";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'d'uuuuMMdd");

    private final TrailDatabase database;

    Partitions(TrailDatabase database) {
        this.database = database;
    }

    static String name(LocalDate day) {
        return NAME.format(day);
    }

    /** The days that have a partition, in order. */
    List<LocalDate> days() throws SQLException {
        return database
                .rows(
                        "SELECT partition_name FROM information_schema.partitions WHERE table_schema = ?"
                                + " AND table_name = 'entry' ORDER BY partition_ordinal_position",
                        database.schema())
                .stream()
                .map(List::getFirst)
                .filter(name -> !name.equals(EARLIER) && !name.equals(LATER))
                .map(name -> LocalDate.parse(name, NAME))
                .toList();
    }

    /**
     * Adds the partitions of the days that have none, up to the last day.
     *
     * @param first the first day that gets one if there is none at all
     * @return how many were added
     */
    int add(LocalDate first, LocalDate last) throws SQLException {
        List<LocalDate> present = days();
        LocalDate next = present.isEmpty() ? first : present.getLast().plusDays(1);
        if (next.isAfter(last)) {
            return 0;
        }
        List<LocalDate> missing = next.datesUntil(last.plusDays(1)).toList();
        List<String> parts = new ArrayList<>();
        if (present.isEmpty()) {
            parts.add(below(EARLIER, first));
        }
        missing.forEach(day -> parts.add(below(name(day), day.plusDays(1))));
        parts.add("PARTITION " + LATER + " VALUES LESS THAN (MAXVALUE)");
        database.change(reorganized(LATER, parts));
        return missing.size();
    }

    /** The day of the first entry that has no partition of its day; entries are there before the first partition is. */
    Optional<LocalDate> firstWithout() throws SQLException {
        return database
                .rows("SELECT DATE(MIN(at)) FROM " + database.table("entry") + " PARTITION (" + LATER + ")")
                .stream()
                .findFirst()
                .map(row -> LocalDate.parse(row.getFirst()));
    }

    /**
     * Drops a day's entries, which nobody can add to meanwhile, and its partition.
     *
     * @param lastId of the entries that may be dropped
     * @throws ArchiveException if there are others
     */
    void drop(LocalDate day, long lastId) throws SQLException {
        String entry = database.table("entry");
        database.change(() -> {
            database.execute("LOCK TABLES " + entry + " WRITE");
            try {
                requireNothingAfter(day, lastId);
                database.execute("ALTER TABLE " + entry + " TRUNCATE PARTITION " + name(day));
            } finally {
                database.execute("UNLOCK TABLES");
            }
        });
        join(day);
    }

    private void requireNothingAfter(LocalDate day, long lastId) throws SQLException {
        long later = database.number(
                "SELECT id FROM " + database.table("entry") + " PARTITION (" + name(day) + ") WHERE id > ? LIMIT 1",
                lastId);
        if (later != 0) {
            throw new ArchiveException("an entry was added to " + day + " after it was archived");
        }
    }

    /** The partition of all that is earlier takes in the first day, which has been emptied. */
    void join(LocalDate day) throws SQLException {
        database.change(reorganized(EARLIER + ", " + name(day), List.of(below(EARLIER, day.plusDays(1)))));
    }

    private String reorganized(String from, List<String> into) {
        return "ALTER TABLE " + database.table("entry") + " REORGANIZE PARTITION " + from
                + into.stream().collect(Collectors.joining(", ", " INTO (", ")"));
    }

    private static String below(String name, LocalDate end) {
        return "PARTITION " + name + " VALUES LESS THAN ('" + end + "')";
    }
}
