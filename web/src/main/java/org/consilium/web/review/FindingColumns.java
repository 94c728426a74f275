package org.consilium.web.review;

import java.util.Iterator;
import java.util.function.Function;
import org.consilium.review.FindingRow;
import org.consilium.web.export.Table;
import org.consilium.web.site.Words;

/** The columns of exported findings. */
final class FindingColumns {

    private FindingColumns() {}

    /**
     * Those that every list of findings has.
     *
     * @param finding the one of a row
     */
    static <T> Table<T> of(Iterator<T> rows, Function<T, FindingRow> finding, Words words) {
        return new Table<>(rows)
                .with(
                        "export.column.rule",
                        row -> words.text("review.rule." + finding.apply(row).rule()))
                .with("export.column.why", row -> FindingPhrases.why(finding.apply(row), words))
                .with("trail.column.person", row -> finding.apply(row).person().full())
                .with(
                        "trail.column.role",
                        row -> words.text("role." + finding.apply(row).role()))
                .with("trail.column.patient", row -> {
                    FindingRow.Party patient = finding.apply(row).patient();
                    return patient == null ? null : patient.full();
                })
                .with(
                        "export.column.kind",
                        row -> words.text("review.kind." + finding.apply(row).kind()))
                .with("trail.column.times", row -> finding.apply(row).entries())
                .with("trail.column.first", row -> finding.apply(row).firstAt())
                .with("trail.column.last", row -> finding.apply(row).lastAt());
    }
}
