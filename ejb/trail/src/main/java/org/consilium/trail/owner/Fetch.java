package org.consilium.trail.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.consilium.trail.owner.ArchivedDay.File;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * Brings days back from the archive: into a folder, or into the database, where every report finds them again. There
 * they lie in the partition of all that is earlier, and are removed after a while.
 */
final class Fetch {
    private static final int ROWS_OF_A_STATEMENT = 5_000;
    private static final String INSERT = "INSERT INTO %s (" + String.join(", ", EntryLine.COLUMNS) + ") VALUES ("
            + String.join(", ", Collections.nCopies(EntryLine.COLUMNS.size(), "?")) + ")";

    private final TrailDatabase database;
    private final ArchiveBucket bucket;
    private final ArchivedDays archived;
    private final OwnerLog log;

    Fetch(TrailDatabase database, ArchiveBucket bucket, OwnerLog log) {
        this.database = database;
        this.bucket = bucket;
        this.log = log;
        archived = new ArchivedDays(database);
    }

    /** Loads the files of a day, checked, into a folder. */
    void toFolder(LocalDate day, Path folder) throws SQLException, IOException {
        ArchivedDay found = find(day);
        Files.createDirectories(folder);
        for (File file : found.files()) {
            Path target = folder.resolve(day + "-" + file.key().replaceFirst(".*/", ""));
            load(file, target);
        }
        log.info(
                "day loaded",
                Map.of(
                        "day",
                        day,
                        "entries",
                        found.entries(),
                        "files",
                        found.files().size()));
    }

    /** Adds the entries of a day to the database again, unless they are there. */
    void toDatabase(LocalDate day) throws SQLException, IOException {
        ArchivedDay found = find(day);
        if (!new Partitions(database).days().contains(day) && !archived.isFetched(day)) {
            remove(found);
            Path file = Files.createTempFile("trail", ".gz");
            try {
                for (File part : found.files()) {
                    load(part, file);
                    add(file);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        }
        archived.fetched(day);
        log.info("day fetched", Map.of("day", day, "entries", found.entries()));
    }

    private void load(File file, Path target) throws IOException, SQLException {
        bucket.get(file.key(), target, file.sha256());
        if (ArchiveFile.entries(target) != file.content().entries()) {
            throw new ArchiveException(file.key() + " does not have all entries");
        }
    }

    private void add(Path file) throws IOException, SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        ArchiveFile.read(file, line -> {
            if (EntryLine.isEntry(line)) {
                rows.add(values(line));
            }
            if (rows.size() == ROWS_OF_A_STATEMENT) {
                add(rows);
            }
        });
        add(rows);
    }

    private static List<@Nullable String> values(String line) {
        Map<String, String> values = JsonLine.parse(line);
        List<@Nullable String> row = new ArrayList<>();
        row.add(values.get("entry"));
        row.add(String.valueOf(values.get("at")).replace('T', ' ').replace("Z", ""));
        EntryLine.COLUMNS.stream().skip(row.size()).map(values::get).forEach(row::add);
        return row;
    }

    private void add(List<List<@Nullable String>> rows) throws SQLException {
        if (!rows.isEmpty()) {
            database.addAll(INSERT.formatted(database.table("entry")), rows);
            rows.clear();
        }
    }

    /** Removes the days from the database that were brought back more than so many days ago. */
    void expire(int days) throws SQLException {
        for (LocalDate day : archived.fetchedBefore(days)) {
            remove(find(day));
            archived.returned(day);
            log.info("fetched day removed", Map.of("day", day));
        }
    }

    private void remove(ArchivedDay day) throws SQLException {
        int removed = 1;
        while (removed > 0) {
            removed = database.update(
                    "DELETE FROM " + database.table("entry") + " PARTITION (" + Partitions.EARLIER
                            + ") WHERE at >= ? AND at < ? AND id <= ? LIMIT " + ROWS_OF_A_STATEMENT,
                    day.day().toString(),
                    day.day().plusDays(1).toString(),
                    day.lastId());
        }
    }

    private ArchivedDay find(LocalDate day) throws SQLException {
        return archived.find(day).orElseThrow(() -> new ArchiveException(day + " is not in the archive"));
    }
}
