package org.consilium.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rate is written as people say it, or refused; whom it counts cannot be read in Redis. */
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

    @Test
    void theKeyNamesTheLimitAndHidesTheSubject() {
        assertThat(RateLimiter.key("sign-in-account", "patient@example.org"))
                .matches("consilium:limit:\\{sign-in-account:[0-9a-f]{64}}")
                .isNotEqualTo(RateLimiter.key("sign-in-account", "nurse@example.org"));
    }
}
