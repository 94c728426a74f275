package org.consilium.trail.owner;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consilium.trail.owner.ArchivedDay.Content;
import org.consilium.trail.owner.ArchivedDay.File;

/** The tables that tell the owner and the application which days are in the archive. */
final class ArchivedDays {
    private final TrailDatabase database;
    private final String days;
    private final String files;

    ArchivedDays(TrailDatabase database) {
        this.database = database;
        days = database.table("archived_day");
        files = database.table("archived_file");
    }

    Optional<ArchivedDay> find(LocalDate day) throws SQLException {
        List<List<String>> found =
                database.rows("SELECT entries, last_id FROM " + days + " WHERE day = ?", day.toString());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<File> parts = database
                .rows(
                        "SELECT name, entries, first_id, last_id, bytes, sha256 FROM " + files
                                + " WHERE day = ? ORDER BY number",
                        day.toString())
                .stream()
                .map(ArchivedDays::file)
                .toList();
        List<String> row = found.getFirst();
        return Optional.of(new ArchivedDay(day, Long.parseLong(row.get(0)), Long.parseLong(row.get(1)), parts));
    }

    private static File file(List<String> row) {
        return new File(
                row.get(0),
                new Content(Long.parseLong(row.get(1)), Long.parseLong(row.get(2)), Long.parseLong(row.get(3))),
                Long.parseLong(row.get(4)),
                row.get(5));
    }

    /**
     * Puts a day on record whose files are in the archive; the day comes last, since it says that the files are all.
     */
    void add(ArchivedDay archived) throws SQLException {
        int number = 0;
        for (File file : archived.files()) {
            number++;
            database.update(
                    "REPLACE INTO " + files + " (day, number, name, entries, first_id, last_id, bytes, sha256)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    archived.day().toString(),
                    number,
                    file.key(),
                    file.content().entries(),
                    file.content().firstId(),
                    file.content().lastId(),
                    file.bytes(),
                    file.sha256());
        }
        database.update(
                "REPLACE INTO " + days + " (day, entries, last_id, archived_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))",
                archived.day().toString(),
                archived.entries(),
                archived.lastId());
    }

    void dropped(LocalDate day) throws SQLException {
        database.update(
                "UPDATE " + days + " SET dropped_at = UTC_TIMESTAMP(6) WHERE day = ? AND dropped_at IS NULL",
                day.toString());
    }

    /** Whether it was brought back, and is still there. */
    boolean isFetched(LocalDate day) throws SQLException {
        return database.number(
                        "SELECT COUNT(*) FROM " + days + " WHERE day = ? AND fetched_at IS NOT NULL", day.toString())
                == 1;
    }

    void fetched(LocalDate day) throws SQLException {
        database.update("UPDATE " + days + " SET fetched_at = UTC_TIMESTAMP(6) WHERE day = ?", day.toString());
    }

    void returned(LocalDate day) throws SQLException {
        database.update("UPDATE " + days + " SET fetched_at = NULL WHERE day = ?", day.toString());
    }

    /** Those that were brought back more than so many days ago. */
    List<LocalDate> fetchedBefore(int daysAgo) throws SQLException {
        return database
                .rows(
                        "SELECT day FROM " + days
                                + " WHERE fetched_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY ORDER BY day",
                        daysAgo)
                .stream()
                .map(row -> LocalDate.parse(row.getFirst()))
                .toList();
    }
}
