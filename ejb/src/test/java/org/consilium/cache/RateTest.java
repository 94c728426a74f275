package org.consilium.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rate is written as people say it, or refused. */
class RateTest {

    @ParameterizedTest
    @CsvSource({"3 per 2s, 3, PT2S", "10 per 10m, 10, PT10M", "20 per 1h, 20, PT1H", "1 per 30d, 1, P30D"})
    void isReadAsWritten(String text, int uses, Duration period) {
        assertThat(Rate.of(text)).isEqualTo(new Rate(uses, period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "0 per 1h", "-1 per 1h", "10 per 0s", "10 per h", "10/1h", "10 per 1w", " 1 per 1h"})
    void isRefusedIfWrittenOtherwise(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text)).withMessageContaining("10 per 10m");
    }
}
