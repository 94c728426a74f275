package org.consilium.web.export;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes comma-separated values (RFC 4180) that a spreadsheet reads as texts: people choose their names, and one that
 * looks like a formula would be run (OWASP, CSV Injection). Each cell is quoted, and one that a spreadsheet might take
 * for a formula begins with an apostrophe, as does what follows a semicolon, a tab, or the end of a line.
 */
final class Csv {

    /** By which spreadsheets know that the file is in UTF-8. */
    static final String MARK = "\uFEFF";

    /** The last four are the same signs as East Asian keyboards write them. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where spreadsheets of many countries begin another cell, in spite of the quotes. */
    private static final Pattern INNER = Pattern.compile("([;\\t\\r\\n][\\s\"]*)(?=[=+@\uFF1D\uFF0B\uFF0D\uFF20-])");

    private Csv() {}

    /** A line with these cells; null is an empty one. */
    static String line(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(cell -> cell(Objects.toString(cell, "")))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String harmless = INNER.matcher(isFormula(text) ? "'" + text : text).replaceAll("$1'");
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** White space at the beginning is left out by some. */
    private static boolean isFormula(String text) {
        return Stream.of(text, text.strip())
                .anyMatch(begin -> !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0);
    }
}
