package org.consilium.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of ids are like sets of numbers, and shorter. */
class IdsTest {

    @Test
    void areWrittenAsRanges() {
        assertThat(Ids.of(List.of(1L, 2L, 3L, 5L, 7L, 8L))).hasToString("1-3,5,7-8");
        assertThat(Ids.parse("1-3,5,7-8").size()).isEqualTo(6);
        assertThat(Ids.parse("")).isEqualTo(Ids.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,1", "1-3,3", "5-4", "x", "1,", ",", "-1"})
    void whatIsNoSetIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.parse(text));
    }

    @Test
    void setsOfRandomNumbersAddUp() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SortedSet<Long> some = numbers(random);
            SortedSet<Long> others = numbers(random);
            SortedSet<Long> left = new TreeSet<>(some);
            left.removeAll(others);
            assertThat(Ids.of(some).minus(Ids.of(others))).isEqualTo(Ids.of(left));
            assertThat(Ids.of(left).plus(Ids.of(others)).minus(Ids.of(left))).isEqualTo(Ids.of(others));
            List<Long> listed = new ArrayList<>();
            Ids.of(some).iterator().forEachRemaining((long id) -> listed.add(id));
            assertThat(listed).containsExactlyElementsOf(some);
            assertThat(some).allMatch(Ids.parse(Ids.of(some).toString())::contains);
            assertThat(others).allMatch(id -> Ids.of(some).contains(id) == some.contains(id));
        }
    }

    private static SortedSet<Long> numbers(Random random) {
        SortedSet<Long> numbers = new TreeSet<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            numbers.add((long) random.nextInt(60));
        }
        return numbers;
    }
}
