package org.consilium.aws.capacity.report;

import java.util.ArrayList;
import java.util.List;

/** A table on the page. The first cell of a row is its heading. */
public final class Table {

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param number whether its cells are aligned as numbers
     */
    public record Column(String name, boolean number) {}

    Table text(String... names) {
        for (String name : names) {
            columns.add(new Column(name, false));
        }
        return this;
    }

    Table numbers(String... names) {
        for (String name : names) {
            columns.add(new Column(name, true));
        }
        return this;
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    public List<List<String>> rows() {
        return List.copyOf(rows);
    }
}
