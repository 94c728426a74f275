package org.consilium.trail.owner;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.consilium.trail.owner.ArchivedDay.Content;
import org.consilium.trail.seal.EntryLine;

/** Writes the entries of a day into files, in the order of their ids, and the seals over them. */
final class DayExport {
    /** At a time, so that no statement holds back the database's cleaning for long. */
    private static final int ROWS_OF_A_QUERY = 20_000;

    private final TrailDatabase database;
    private final String query;
    private final Seals seals;
    private long entries;
    private long lastId;

    DayExport(TrailDatabase database, LocalDate day) {
        this.database = database;
        seals = new Seals(database);
        query = "SELECT " + String.join(", ", EntryLine.COLUMNS) + " FROM " + database.table("entry") + " PARTITION ("
                + Partitions.name(day) + ") WHERE id > ? ORDER BY id LIMIT ?";
    }

    boolean hasNext() throws SQLException {
        return !page(1).isEmpty();
    }

    /** Writes the next file. */
    Content next(Path file, int most) throws SQLException, IOException {
        long written = 0;
        long firstId = page(1).getFirst().id();
        Proof proof = new Proof(seals);
        try (Writer writer = ArchiveFile.write(file)) {
            for (List<EntryLine> page = page(most); !page.isEmpty(); page = page(most - written)) {
                for (EntryLine entry : page) {
                    writer.write(entry.text() + '\n');
                    proof.need(entry);
                }
                written += page.size();
                lastId = page.getLast().id();
            }
            proof.write(writer);
        }
        entries += written;
        return new Content(written, firstId, lastId);
    }

    private List<EntryLine> page(long rows) throws SQLException {
        return rows == 0
                ? List.of()
                : database.objects(query, lastId, Math.min(rows, ROWS_OF_A_QUERY)).stream()
                        .map(EntryLine::of)
                        .toList();
    }

    long entries() {
        return entries;
    }

    long lastId() {
        return lastId;
    }
}
