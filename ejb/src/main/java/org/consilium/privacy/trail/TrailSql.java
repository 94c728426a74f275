package org.consilium.privacy.trail;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.audit.AuditKind;
import org.jspecify.annotations.Nullable;

/**
 * Statements that read the trail, the newest entry first. Each reads one range of one index, which the statement names:
 * with six years of entries, the optimizer's estimates would now and then lead it to another one.
 *
 * @param values of the parameters, in their order
 */
record TrailSql(String text, List<Object> values) {

    /**
     * How many entries one statement looks through at most where a second column has to be compared with each of them:
     * it must answer within the time that the database has for any statement, also if it has none of them in memory.
     */
    static final int SCANNED = 5_000;

    /** The same where the index alone answers: it has a hundred entries where the table has one. */
    static final int SCANNED_IN_INDEX = 50_000;

    private static final String ORDER = " ORDER BY at DESC, id DESC LIMIT ";

    /** The entries with one value, or with any at all, after a position. */
    static TrailSql newest(String table, TrailSelection selection, @Nullable TrailPosition after, int most) {
        Map<TrailColumn, Object> values = selection.values();
        if (values.isEmpty()) {
            return ofEachKind(table, selection, after, most);
        }
        TrailColumn first = first(selection);
        if (values.size() == 1) {
            return range(TrailEntry.COLUMNS, table, first, value(selection), selection, after, most);
        }
        TrailSql scanned = range(TrailEntry.COLUMNS, table, first, value(selection), selection, after, SCANNED);
        List<Object> parameters = new ArrayList<>(scanned.values());
        return new TrailSql(
                "SELECT " + TrailEntry.COLUMNS + " FROM (" + scanned.text() + ") s WHERE "
                        + others(selection, parameters) + ORDER + most,
                parameters);
    }

    /** The last of the next entries that {@link #newest} looks through; none if it looks through all that follow. */
    static TrailSql end(String table, TrailSelection selection, @Nullable TrailPosition after) {
        return last(table, selection, after, SCANNED);
    }

    /** The same for {@link #patients}. */
    static TrailSql endOfPatients(String table, TrailSelection selection, @Nullable TrailPosition after) {
        boolean inIndex = selection.values().size() == 1 && first(selection).hasPatients();
        return last(table, selection, after, inIndex ? SCANNED_IN_INDEX : SCANNED);
    }

    private static TrailSql last(String table, TrailSelection selection, @Nullable TrailPosition after, int scanned) {
        TrailSql range = range("id, at", table, first(selection), value(selection), selection, after, 1);
        return new TrailSql(range.text() + " OFFSET " + (scanned - 1), range.values());
    }

    /**
     * The patients concerned by some entries: the key of each, first and last time, and how often.
     *
     * @param last the {@link #endOfPatients} of the entries to look at; null for all that follow
     */
    static TrailSql patients(
            String table, TrailSelection selection, @Nullable TrailPosition after, @Nullable TrailPosition last) {
        TrailColumn first = first(selection);
        List<Object> parameters = new ArrayList<>();
        String from = from(table, first, value(selection), selection, after, parameters);
        String until = "";
        if (last != null) {
            until = " AND at >= ? AND (at > ? OR id >= ?)";
            addPosition(last, parameters);
        }
        String others = others(selection, parameters);
        return new TrailSql(
                "SELECT patient, MIN(at), MAX(at), COUNT(*)" + from + until
                        + (others.isEmpty() ? "" : " AND " + others)
                        + " AND patient IS NOT NULL AND outcome = 'DONE' GROUP BY patient",
                parameters);
    }

    /** There is no index by the time alone, so each kind is read by its own. */
    private static TrailSql ofEachKind(
            String table, TrailSelection selection, @Nullable TrailPosition after, int most) {
        List<TrailSql> kinds = Stream.of(AuditKind.values())
                .map(kind -> range(TrailEntry.COLUMNS, table, TrailColumn.KIND, kind.name(), selection, after, most))
                .toList();
        return new TrailSql(
                "SELECT " + TrailEntry.COLUMNS + " FROM ("
                        + kinds.stream().map(TrailSql::text).collect(Collectors.joining(") UNION ALL (", "(", ")"))
                        + ") s" + ORDER + most,
                kinds.stream().flatMap(kind -> kind.values().stream()).toList());
    }

    private static TrailSql range(
            String columns,
            String table,
            TrailColumn column,
            Object value,
            TrailSelection selection,
            @Nullable TrailPosition after,
            int most) {
        List<Object> parameters = new ArrayList<>();
        String from = from(table, column, value, selection, after, parameters);
        return new TrailSql("SELECT " + columns + from + ORDER + most, parameters);
    }

    /** The entries with one value after a position, from its index. */
    private static String from(
            String table,
            TrailColumn column,
            Object value,
            TrailSelection selection,
            @Nullable TrailPosition after,
            List<Object> parameters) {
        parameters.add(value);
        parameters.add(selection.from());
        parameters.add(selection.until());
        String following = "";
        if (after != null) {
            following = " AND at <= ? AND (at < ? OR id < ?)";
            addPosition(after, parameters);
        }
        return " FROM " + table + " FORCE INDEX (" + column.index() + ") WHERE " + column.column()
                + " = ? AND at >= ? AND at < ?" + following;
    }

    private static void addPosition(TrailPosition position, List<Object> parameters) {
        LocalDateTime at = LocalDateTime.ofInstant(position.at(), ZoneOffset.UTC);
        parameters.addAll(List.of(at, at, position.id()));
    }

    private static TrailColumn first(TrailSelection selection) {
        return selection.values().keySet().iterator().next();
    }

    private static Object value(TrailSelection selection) {
        return selection.values().values().iterator().next();
    }

    /** The conditions on all columns but the first one, whose values are added to those of the parameters. */
    private static String others(TrailSelection selection, List<Object> parameters) {
        return selection.values().entrySet().stream()
                .skip(1)
                .map(condition -> {
                    parameters.add(condition.getValue());
                    return condition.getKey().column() + " = ?";
                })
                .collect(Collectors.joining(" AND "));
    }
}
