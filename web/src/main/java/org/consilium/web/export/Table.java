package org.consilium.web.export;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list and their columns. Times are in UTC (ISO 8601).
 *
 * @param <T> a row
 */
public final class Table<T> {
    private final Iterator<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String heading, Cell<T> cell) {}

    /** What stands in a column. */
    @FunctionalInterface
    public interface Cell<T> {

        /** Null is an empty cell. */
        @Nullable
        Object of(T row);
    }

    public Table(Iterator<T> rows) {
        this.rows = rows;
    }

    /**
     * Adds a column.
     *
     * @param heading the key of its text
     */
    public Table<T> with(String heading, Cell<T> cell) {
        columns.add(new Column<>(heading, cell));
        return this;
    }

    /** Writes it as comma-separated values, row by row as they are read. */
    void write(PrintWriter writer, Words words) {
        writer.write(Csv.MARK
                + Csv.line(columns.stream()
                        .map(column -> words.text(column.heading()))
                        .toArray()));
        while (rows.hasNext() && !writer.checkError()) {
            T row = rows.next();
            writer.write(Csv.line(
                    columns.stream().map(column -> column.cell().of(row)).toArray()));
        }
    }
}
