package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slice shows what fits and names where the rest begins. */
class SliceTest {

    @Test
    void namesItsLastRowWhenMoreFollow() {
        Slice<Integer> slice = Slice.cut(rows(Slice.ROWS + 1), String::valueOf);

        assertThat(slice.rows()).hasSize(Slice.ROWS);
        assertThat(slice.next()).isEqualTo(String.valueOf(Slice.ROWS));
    }

    @Test
    void endsWhenAllFit() {
        Slice<Integer> slice = Slice.cut(rows(Slice.ROWS), String::valueOf);

        assertThat(slice.rows()).hasSize(Slice.ROWS);
        assertThat(slice.next()).isNull();
    }

    private static List<Integer> rows(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }
}
