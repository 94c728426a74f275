package org.consilium.ear.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Map<String, List<Long>> TABLE = ReadmeTable.below("Cost of each page");

    /** The timers of the nodes ask as well, now and then. */
    private static final int READINGS = 6;

    private static CountedSteps steps;

    @BeforeAll
    static void prepare() {
        steps = CountedSteps.prepare();
    }

    @TestFactory
    Stream<DynamicTest> askNoMoreThanTheTableSays() {
        return steps.all().entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(step.getKey(), () -> {
                    List<Long> row = Objects.requireNonNull(TABLE.get(step.getKey()), step.getKey());
                    List<Sent> readings = IntStream.range(0, READINGS)
                            .mapToObj(reading -> sent(step.getValue()))
                            .toList();
                    assertThat(fewest(readings.stream().map(Sent::statements)))
                            .as("statements")
                            .hasSize(row.get(0).intValue());
                    assertThat(fewest(readings.stream().map(Sent::commands)))
                            .as("commands to Redis")
                            .hasSize(row.get(1).intValue());
                }));
    }

    private static Sent sent(CountedSteps.Step step) {
        step.before().run();
        return BackEndLog.of(
                () -> assertThat(step.counted().get().status()).as("status").isIn(200, 204, 302, 303));
    }

    private static List<String> fewest(Stream<List<String>> readings) {
        return readings.min(Comparator.comparingInt(List::size)).orElseThrow();
    }

    @Test
    void theTableHasNoOtherRows() {
        assertThat(TABLE.keySet()).containsExactlyElementsOf(steps.all().keySet());
    }
}
