package org.consilium.ear.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The tables of {@code ear/README.md} that tests keep: in each row a name, and whole numbers. */
final class ReadmeTable {

    private static final Path README = Path.of("..", "README.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([\\d,]+(?: \\| [\\d,]+)*) \\|$");

    private ReadmeTable() {}

    /** The numbers of each row below a heading, by the name of the row. */
    static Map<String, List<Long>> below(String heading) {
        String section;
        try {
            section = Files.readString(README).split("(?m)^## " + Pattern.quote(heading) + "$", 2)[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<Long>> rows = new LinkedHashMap<>();
        ROW.matcher(section.split("(?m)^## ", 2)[0])
                .results()
                .forEach(row -> rows.put(row.group(1), numbers(row.group(2))));
        return rows;
    }

    private static List<Long> numbers(String columns) {
        return Arrays.stream(columns.replace(",", "").split(" \\| ", -1))
                .map(Long::valueOf)
                .toList();
    }
}
