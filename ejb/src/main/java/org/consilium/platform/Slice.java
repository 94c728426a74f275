package org.consilium.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a long list, and where the next ones begin. Lists are read by key, never by offset, so that the cost of
 * a slice does not depend on its position.
 *
 * @param rows the rows, in the order of the list
 * @param next the id of the last row, if more follow; the service takes it to give the next slice
 */
public record Slice<T>(List<T> rows, @Nullable String next) {

    /** Rows on a page. */
    public static final int ROWS = 20;

    public Slice {
        rows = List.copyOf(rows);
    }

    /**
     * Cuts the result of a query for one row more than a page shows.
     *
     * @param found at most {@code ROWS + 1} rows
     * @param name gives a row's public id
     */
    public static <T> Slice<T> cut(List<T> found, Function<T, String> name) {
        if (found.size() <= ROWS) {
            return new Slice<>(found, null);
        }
        List<T> shown = found.subList(0, ROWS);
        return new Slice<>(shown, name.apply(shown.get(ROWS - 1)));
    }

    public <R> Slice<R> map(Function<List<T>, List<R>> rowsOf) {
        return new Slice<>(rowsOf.apply(rows), next);
    }
}
