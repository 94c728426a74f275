package org.consilium.ear.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the database would answer a statement: a step for each table, as {@code EXPLAIN} tells it. */
record QueryPlan(String statement, List<Step> steps) {

    /** The most that a page shows of anything: the photos of a series. */
    private static final long MOST_SHOWN = 60;

    private static final Pattern LIMIT = Pattern.compile("(?i)\\blimit (?:\\d+, ?)?(\\d+)");
    private static final Pattern VALUE = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\\b\\d+\\b");
    private static final Pattern LIST = Pattern.compile("\\?(?:, ?\\?)+");

    /**
     * A table of a plan.
     *
     * @param type how rows are found; {@code ALL} is a scan of the table, {@code index} of an index
     * @param rows how many the optimizer expects to read
     */
    record Step(
            @Nullable String table,
            @Nullable String type,
            @Nullable String key,
            long rows,
            String extra) {

        private boolean isScan() {
            return "ALL".equals(type) || "index".equals(type);
        }

        private boolean isSorted() {
            return extra.contains("filesort");
        }
    }

    static QueryPlan of(String statement, Connection connection) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (Statement explain = connection.createStatement();
                ResultSet row = explain.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + statement)) {
            while (row.next()) {
                steps.add(new Step(
                        row.getString("table"),
                        row.getString("type"),
                        row.getString("key"),
                        row.getLong("rows"),
                        Objects.toString(row.getString("Extra"), "")));
            }
        }
        return new QueryPlan(statement, steps);
    }

    /** What the statement has in common with those that differ in their values alone. */
    static String form(String statement) {
        return LIST.matcher(VALUE.matcher(statement).replaceAll("?")).replaceAll("?");
    }

    /** The steps that read a whole table or index, or sort, and more of it than the statement returns. */
    List<Step> faults() {
        long most = LIMIT.matcher(statement)
                .results()
                .map(MatchResult::group)
                .map(limit -> Long.parseLong(limit.replaceAll(".*\\D", "")))
                .reduce(Long::sum)
                .map(limits -> Math.max(limits, MOST_SHOWN))
                .orElse(MOST_SHOWN);
        return steps.stream()
                .filter(step -> (step.isScan() || step.isSorted()) && step.rows() > most)
                .toList();
    }
}
