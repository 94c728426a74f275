package org.consilium.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Nobody waits long for a Redis that is away, and nobody can read there whom a limit counts. */
class RateLimiterTest {

    @Test
    void theKeyNamesTheLimitAndHidesTheSubject() {
        assertThat(RateLimiter.key("sign-in-account", "patient@example.org"))
                .matches("consilium:limit:\\{sign-in-account:[0-9a-f]{64}}")
                .isNotEqualTo(RateLimiter.key("sign-in-account", "nurse@example.org"));
    }

    @Test
    void takesTheAnswer() {
        assertThat(RateLimiter.await(CompletableFuture.completedFuture(1_500L))).isEqualTo(1_500);
    }

    @Test
    void givesUpWhenThereIsNone() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatExceptionOfType(CacheUnavailableException.class)
                        .isThrownBy(() -> RateLimiter.await(new CompletableFuture<>())));
    }

    @Test
    void saysSoWhenTheCommandFails() {
        assertThatExceptionOfType(CacheUnavailableException.class)
                .isThrownBy(() -> RateLimiter.await(CompletableFuture.failedFuture(new IllegalStateException("away"))));
    }
}
