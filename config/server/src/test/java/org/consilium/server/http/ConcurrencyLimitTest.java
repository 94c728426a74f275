package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The limit follows the runnable requests, and not those that wait. */
class ConcurrencyLimitTest {
    private static final int MOST = 100;
    private static final int SAMPLES = 100;

    private final ConcurrencyLimit limit = new ConcurrencyLimit(2, MOST);

    @Test
    void fallsAtOnceWhenAllCompute() {
        int usual = limit.limit();
        for (int i = 0; i < 3; i++) {
            limit.sample(usual, usual, true);
        }
        assertThat(limit.limit()).isLessThanOrEqualTo(2 * limit.min());
    }

    @Test
    void goesBackToTheUsualWhenThereIsLittleToDo() {
        int usual = limit.limit();
        compute();
        rest();
        assertThat(limit.limit()).isEqualTo(usual);
        waitForSomethingElse();
        rest();
        assertThat(limit.limit()).isEqualTo(usual);
    }

    @Test
    void fallsToWhatKeepsTheProcessorsBusyWhenAllCompute() {
        for (int i = 0; i < SAMPLES; i++) {
            limit.sample(limit.limit(), limit.limit(), true);
        }
        assertThat(limit.limit()).isBetween(limit.min(), 2 * limit.min());
    }

    @Test
    void neverFallsBelowWhatKeepsTheProcessorsBusy() {
        compute();
        assertThat(limit.limit()).isEqualTo(limit.min());
    }

    @Test
    void risesAtOnceWhenThoseAtWorkWaitForSomethingElse() {
        compute();
        waitForSomethingElse();
        assertThat(limit.limit()).isEqualTo(MOST);
    }

    private void compute() {
        for (int i = 0; i < SAMPLES; i++) {
            limit.sample(limit.limit(), MOST, true);
        }
    }

    private void waitForSomethingElse() {
        for (int i = 0; i < 20; i++) {
            limit.sample(limit.limit(), 1, true);
        }
    }

    @Test
    void isWhatItWasWhileHalfOfThemCompute() {
        compute();
        for (int i = 0; i < SAMPLES; i++) {
            limit.sample(limit.limit(), 3 * limit.min() / 4, false);
        }
        assertThat(limit.limit()).isEqualTo(limit.min());
    }

    private void rest() {
        for (int i = 0; i < SAMPLES; i++) {
            limit.sample(1, 0, false);
        }
    }

    @Test
    void isNeverMoreThanThereAreThreads() {
        ConcurrencyLimit small = new ConcurrencyLimit(8, 3);
        for (int i = 0; i < SAMPLES; i++) {
            small.sample(small.limit(), i % 4, true);
            assertThat(small.limit()).isBetween(1, 3);
        }
    }
}
