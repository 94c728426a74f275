package org.consilium.account;

import java.time.Duration;

/**
 * How long wrong passwords lock an account: one minute from the fifth in a row on, doubled by each further one, up to
 * an hour (NIST SP 800-63B, section 5.2.2 asks for a limit and suggests growing waits).
 */
final class Lockout {

    static final int FREE_FAILURES = 5;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofHours(1);

    private Lockout() {}

    /** The wait after a number of failures in a row; zero while the account stays open. */
    static Duration after(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES, MAX_DOUBLINGS);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
