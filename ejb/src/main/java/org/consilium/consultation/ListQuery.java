package org.consilium.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.platform.Slice;

/**
 * The statement that reads one slice of a list. Each part is a range of an index that has it in the order of the list,
 * and is read from where the slice begins, no further than a slice is long: however long the list, no more is read and
 * sorted than might be shown. JPQL has no words for that.
 *
 * @param parts conditions; no row fulfills two of them
 */
record ListQuery(List<ListCondition> parts, ListOrder order) {

    /** Optimizers might begin with the people, and sort. */
    private static final String SELECT = "select straight_join " + ListedRow.COLUMNS + " from ";

    private static final String PEOPLE = " join account p on p.id = c.patient_id"
            + " left join account d on d.id = c.clinician_id"
            + " left join consultation_reader r on r.consultation_id = c.id and r.account_id = ?";

    private static final String LIMIT = " limit " + (Slice.ROWS + 1);

    String sql() {
        return parts.size() == 1
                ? SELECT + "consultation c" + PEOPLE + " where "
                        + parts.getFirst().sql() + sorted("c.")
                : SELECT + first() + " join consultation c on c.id = f.id" + PEOPLE + sorted("f.");
    }

    /** The first rows of all parts. */
    private String first() {
        return parts.stream()
                .map(part -> "(select c.id, " + order.columns("c.") + " from consultation c where " + part.sql()
                        + sorted("c.") + ")")
                .collect(Collectors.joining(" union all ", "(", order.by("") + LIMIT + ") f"));
    }

    private String sorted(String table) {
        return order.by(table) + LIMIT;
    }

    /** The values of the statement's parameters, in their order. */
    List<Object> values(long reader) {
        List<Object> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values()));
        values.add(parts.size() == 1 ? 0 : values.size(), reader);
        return values;
    }
}
