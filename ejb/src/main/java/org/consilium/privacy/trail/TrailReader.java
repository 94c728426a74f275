package org.consilium.privacy.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.audit.TrailTables;
import org.consilium.database.NativeReads;
import org.jspecify.annotations.Nullable;

/** Reads the trail, from a replica where the transaction does. */
@ApplicationScoped
public class TrailReader {

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables tables;

    /**
     * Some entries, the newest first.
     *
     * @param next where to go on; null if these are the last ones. There may be a next place though few or no entries
     *     were found up to it.
     */
    record Entries(List<TrailEntry> rows, @Nullable TrailPosition next) {}

    /** The entries after a position, or from the newest one on. */
    Entries newest(TrailSelection selection, @Nullable TrailPosition after, int most) {
        List<TrailEntry> found = rows(TrailSql.newest(tables.entry(), selection, after, most + 1)).stream()
                .map(TrailEntry::of)
                .toList();
        if (found.size() > most) {
            List<TrailEntry> shown = found.subList(0, most);
            return new Entries(shown, shown.getLast().position());
        }
        return new Entries(
                found, selection.values().size() > 1 ? position(TrailSql.end(tables.entry(), selection, after)) : null);
    }

    /** All entries, the newest first, up to a number. */
    List<TrailEntry> all(TrailSelection selection, int most) {
        List<TrailEntry> found = new ArrayList<>();
        TrailPosition after = null;
        do {
            Entries some = newest(selection, after, most - found.size());
            found.addAll(some.rows());
            after = some.next();
        } while (after != null && found.size() < most);
        return found;
    }

    /** All patients concerned, by the keys of their accounts. */
    Map<Long, Touched> patients(TrailSelection selection) {
        Map<Long, Touched> all = new TreeMap<>();
        TrailPosition after = null;
        do {
            TrailPosition last = position(TrailSql.endOfPatients(tables.entry(), selection, after));
            rows(TrailSql.patients(tables.entry(), selection, after, last))
                    .forEach(row -> all.merge(((Number) row[0]).longValue(), Touched.of(row), Touched::and));
            after = last;
        } while (after != null);
        return all;
    }

    private @Nullable TrailPosition position(TrailSql last) {
        return rows(last).stream()
                .map(row -> new TrailPosition(TrailEntry.instant(row[1]), ((Number) row[0]).longValue()))
                .findFirst()
                .orElse(null);
    }

    private List<Object[]> rows(TrailSql statement) {
        return reads.rows(statement.text(), statement.values());
    }
}
