package org.consilium.ear.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.ear.stand.BackEndLog;
import org.consilium.ear.stand.BackEndLog.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing asks the back ends more often than the table in {@code ear/README.md} says. */
class StatementsIT {

    private static final Path README = Path.of("..", "README.md");

    /** The first columns of a row of the table. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d+) \\| (\\d+) \\|$");

    /** The timers of the nodes ask as well, now and then. */
    private static final int READINGS = 6;

    private static CountedSteps steps;

    @BeforeAll
    static void prepare() {
        steps = CountedSteps.prepare();
    }

    @TestFactory
    Stream<DynamicTest> askNoMoreThanTheTableSays() {
        Map<String, MatchResult> table = table();
        return steps.all().entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(step.getKey(), () -> {
                    MatchResult row = Objects.requireNonNull(table.get(step.getKey()), step.getKey());
                    List<Sent> readings = IntStream.range(0, READINGS)
                            .mapToObj(reading -> sent(step.getValue()))
                            .toList();
                    assertThat(fewest(readings.stream().map(Sent::statements)))
                            .as("statements")
                            .hasSize(Integer.parseInt(row.group(2)));
                    assertThat(fewest(readings.stream().map(Sent::commands)))
                            .as("commands to Redis")
                            .hasSize(Integer.parseInt(row.group(3)));
                }));
    }

    private static Sent sent(CountedSteps.Step step) {
        step.before().run();
        return BackEndLog.of(
                () -> assertThat(step.counted().get().status()).as("status").isIn(200, 302, 303));
    }

    private static List<String> fewest(Stream<List<String>> readings) {
        return readings.min(Comparator.comparingInt(List::size)).orElseThrow();
    }

    @Test
    void theTableHasNoOtherRows() {
        assertThat(table().keySet()).containsExactlyElementsOf(steps.all().keySet());
    }

    private static Map<String, MatchResult> table() {
        try {
            Map<String, MatchResult> rows = new LinkedHashMap<>();
            ROW.matcher(Files.readString(README)).results().forEach(row -> rows.put(row.group(1), row));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
