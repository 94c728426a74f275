package org.consilium.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UnsealedTimeTest {
    private static final long MOST = UnsealedTime.MOST.toNanos();

    private final UnsealedTime time = new UnsealedTime();

    @Test
    void oneEntryWaitsForAMinuteAtMost() {
        assertThat(time.isTooLong(OptionalLong.of(7), 100)).isFalse();
        assertThat(time.isTooLong(OptionalLong.of(7), 100 + MOST)).isFalse();
        assertThat(time.isTooLong(OptionalLong.of(7), 101 + MOST)).isTrue();
        time.forget();
        assertThat(time.isTooLong(OptionalLong.of(7), 102 + MOST)).isFalse();
    }

    @Test
    void thereIsAlwaysOneThatHasJustCome() {
        for (int i = 1; i < 9; i++) {
            assertThat(time.isTooLong(OptionalLong.of(i), i * MOST)).isFalse();
        }
        assertThat(time.isTooLong(OptionalLong.empty(), 9 * MOST)).isFalse();
        assertThat(time.isTooLong(OptionalLong.empty(), 99 * MOST))
                .as("nothing is done at night")
                .isFalse();
    }
}
