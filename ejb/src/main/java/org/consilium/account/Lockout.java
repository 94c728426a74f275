package org.consilium.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long wrong passwords from unknown devices, and wrong codes of a second step, lock an account, wherever they come
 * from: one minute from the hundredth on, doubled by each further one, up to an hour (NIST SP 800-63B, section 5.2.2
 * asks for no more than 100 and suggests growing waits). One is forgiven every ten minutes, so that an occasional guess
 * never adds up. What one network or one device may try is limited long before, by
 * {@link org.consilium.limit.Limit#SIGN_IN_ACCOUNT}.
 */
final class Lockout {
    static final int FREE_FAILURES = 100;

    static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofHours(1);

    private Lockout() {}

    /**
     * How many failures have been forgiven.
     *
     * @param since when forgiving began; without it, as with the failures that the version before has counted, all are
     */
    static int forgiven(int failures, @Nullable Instant since, Instant now) {
        if (since == null) {
            return failures;
        }
        long due = Math.max(0, Duration.between(since, now).dividedBy(FORGIVEN_AFTER));
        return (int) Math.min(failures, due);
    }

    /** The wait after a number of failures; zero while the account stays open. */
    static Duration after(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES, MAX_DOUBLINGS);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
