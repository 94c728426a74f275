package org.consilium.aws.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A line in the report of a rule pack: a rule, the path of a resource, and whether it complies. */
record Finding(String pack, String rule, String resource, String compliance, String reason) {

    /** The lines of a report. Its columns are rule, resource, compliance, reason of the exception, and more. */
    static Stream<Finding> in(Path report) {
        String name = String.valueOf(report.getFileName());
        try {
            return Files.readAllLines(report).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> of(name.substring(0, name.indexOf('-')), columns(line)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Finding of(String pack, List<String> columns) {
        return new Finding(pack, columns.get(0), columns.get(1), columns.get(2), columns.get(3));
    }

    /** Columns are quoted; a quotation mark within one is doubled (RFC 4180). */
    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        for (String column : line.split("(?<=\"),(?=\")", -1)) {
            columns.add(column.substring(1, column.length() - 1).replace("\"\"", "\""));
        }
        return columns;
    }

    boolean is(String expected) {
        return compliance.equals(expected);
    }
}
