package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliceRowsTest {
    private final List<String> read = new ArrayList<>();

    /** The numbers up to one. */
    private SliceRows<Integer> rows(int last) {
        return new SliceRows<>(new SliceReader(), after -> slice(after, last));
    }

    private Slice<Integer> slice(@Nullable String after, int last) {
        read.add(String.valueOf(after));
        int from = after == null ? 1 : Integer.parseInt(after) + 1;
        return Slice.cut(
                IntStream.rangeClosed(from, last).limit(Slice.ROWS + 1L).boxed().toList(), String::valueOf);
    }

    @Test
    void allRowsComeOnceAndInOrder() {
        SliceRows<Integer> rows = rows(2 * Slice.ROWS + 1);
        List<Integer> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        assertThat(all)
                .isEqualTo(IntStream.rangeClosed(1, 2 * Slice.ROWS + 1).boxed().toList());
        assertThat(read).containsExactly("null", "20", "40");
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aSliceIsReadWhenItIsAskedFor() {
        SliceRows<Integer> rows = rows(2 * Slice.ROWS);
        assertThat(read).isEmpty();
        IntStream.range(0, Slice.ROWS).forEach(i -> assertThat(rows.next()).isEqualTo(i + 1));
        assertThat(read).containsExactly("null");
        assertThat(rows.next()).isEqualTo(Slice.ROWS + 1);
        assertThat(read).containsExactly("null", "20");
    }

    @Test
    void anEmptyListHasNoRows() {
        assertThat(rows(0).hasNext()).isFalse();
    }
}
