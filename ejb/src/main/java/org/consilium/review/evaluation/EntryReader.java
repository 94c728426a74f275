package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.consilium.audit.TrailTables;
import org.consilium.database.NativeReads;

/** Reads entries of the audit trail by ranges of ids. */
@ApplicationScoped
public class EntryReader {

    /** An entry that is older when it is added is not found: days that are over stand in partitions of their own. */
    private static final Duration WINDOW = Duration.ofDays(7);

    private static final String ORDER = " ORDER BY id LIMIT ";

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables tables;

    @Inject
    private Clock clock;

    /** The next entries after an id, the lowest first. */
    List<EntryRow> after(long position, int most) {
        return rows("id > ?", List.of(position), most);
    }

    /** Entries that have come into gaps since, the lowest first. */
    List<EntryRow> within(List<Gap> gaps, int most) {
        if (gaps.isEmpty()) {
            return List.of();
        }
        List<Object> ends = new ArrayList<>();
        gaps.forEach(gap -> Collections.addAll(ends, gap.first(), gap.last()));
        return rows(String.join(" OR ", Collections.nCopies(gaps.size(), "id BETWEEN ? AND ?")), ends, most);
    }

    private List<EntryRow> rows(String condition, List<Object> ids, int most) {
        List<Object> values = new ArrayList<>(ids);
        values.add(LocalDateTime.now(clock).minus(WINDOW));
        String sql = "SELECT " + EntryRow.COLUMNS + " FROM " + tables.entry() + " FORCE INDEX (PRIMARY) WHERE ("
                + condition + ") AND at >= ?" + ORDER + most;
        return reads.rows(sql, values).stream().map(EntryRow::of).toList();
    }
}
