package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The count of recent refusals. */
class RefusalsTest {
    private final AtomicLong clock = new AtomicLong(Duration.ofDays(1).toNanos());
    private final Refusals refusals = new Refusals(clock::get);

    @Test
    void countsTheLastTenSeconds() {
        refusals.count();
        pass(5);
        refusals.count();
        refusals.count();
        assertThat(refusals.recent()).isEqualTo(3);
        pass(5);
        assertThat(refusals.recent()).isEqualTo(2);
        pass(5);
        assertThat(refusals.recent()).isZero();
    }

    @Test
    void forgetsAllAfterALongTime() {
        refusals.count();
        pass(1000);
        assertThat(refusals.recent()).isZero();
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
