package org.consilium.trail.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.trail.owner.ArchivedDay.Content;
import org.consilium.trail.owner.ArchivedDay.File;

/**
 * Moves old days into the archive. A day is written to files with the seals that prove it, the files are stored, loaded
 * again and checked, the day is put on record, and only then dropped. After a crash at any point, the next run goes on
 * from there.
 */
final class Archive {
    private static final String PREFIX = "trail-archive/";

    private final TrailDatabase database;
    private final Partitions partitions;
    private final ArchivedDays archived;
    private final ArchiveBucket bucket;
    private final int rowsOfFile;
    private final OwnerLog log;

    Archive(TrailDatabase database, ArchiveBucket bucket, int rowsOfFile, OwnerLog log) {
        this.database = database;
        this.bucket = bucket;
        this.rowsOfFile = rowsOfFile;
        this.log = log;
        partitions = new Partitions(database);
        archived = new ArchivedDays(database);
    }

    /** Moves all days before one, in order; the first that cannot be moved ends it. */
    void run(LocalDate before) throws SQLException, IOException {
        for (LocalDate day : partitions.days()) {
            if (!day.isBefore(before)) {
                return;
            }
            ArchivedDay moved = move(day);
            log.info(
                    "day archived",
                    Map.of(
                            "day", day,
                            "entries", moved.entries(),
                            "files", moved.files().size()));
        }
    }

    private ArchivedDay move(LocalDate day) throws SQLException, IOException {
        Optional<ArchivedDay> known = archived.find(day);
        if (known.isPresent() && isDropped(known.get())) {
            partitions.join(day);
            archived.dropped(day);
            return known.get();
        }
        ArchivedDay stored = known.isPresent() && isComplete(known.get()) ? known.get() : store(day);
        requireStored(stored);
        partitions.drop(day, stored.lastId());
        archived.dropped(day);
        return stored;
    }

    /** A crash may have come between the two steps of dropping; nobody but the owner can remove entries. */
    private boolean isDropped(ArchivedDay day) throws SQLException {
        return day.entries() > 0 && count(day.day(), " WHERE id <= " + day.lastId()) == 0;
    }

    private boolean isComplete(ArchivedDay day) throws SQLException {
        return count(day.day(), "") == day.entries();
    }

    private long count(LocalDate day, String condition) throws SQLException {
        return database.number("SELECT COUNT(*) FROM " + database.table("entry") + " PARTITION (" + Partitions.name(day)
                + ")" + condition);
    }

    private ArchivedDay store(LocalDate day) throws SQLException, IOException {
        Path file = Files.createTempFile("trail", ".gz");
        try {
            List<File> files = new ArrayList<>();
            DayExport export = new DayExport(database, day);
            while (export.hasNext()) {
                Content content = export.next(file, rowsOfFile);
                files.add(store(key(day, files.size() + 1), file, content));
            }
            ArchivedDay stored = new ArchivedDay(day, export.entries(), export.lastId(), files);
            archived.add(stored);
            return stored;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String key(LocalDate day, int number) {
        return PREFIX + day + "/%04d.ndjson.gz".formatted(number);
    }

    private File store(String key, Path file, Content content) throws IOException, SQLException {
        String sha256 = Digests.of(file);
        File stored = new File(key, content, Files.size(file), sha256);
        bucket.put(key, file, sha256);
        bucket.get(key, file, sha256);
        if (ArchiveFile.entries(file) != content.entries()) {
            throw new ArchiveException(key + " does not have all entries");
        }
        return stored;
    }

    private void requireStored(ArchivedDay day) {
        for (File file : day.files()) {
            if (bucket.sha256(file.key()).filter(file.sha256()::equals).isEmpty()) {
                throw new ArchiveException(file.key() + " is not in the archive, or not as it was stored");
            }
        }
    }
}
