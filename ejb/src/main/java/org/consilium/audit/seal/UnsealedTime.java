package org.consilium.audit.seal;

import java.time.Duration;
import java.util.OptionalLong;

/** How long the first entry without a seal has waited for one. */
final class UnsealedTime {
    static final Duration MOST = Duration.ofMinutes(1);

    private OptionalLong first = OptionalLong.empty();
    private long since;

    void forget() {
        first = OptionalLong.empty();
    }

    /**
     * Whether it waits for too long.
     *
     * @param waiting the id of the first entry that no seal is over
     * @param now of {@link System#nanoTime}
     */
    boolean isTooLong(OptionalLong waiting, long now) {
        if (!waiting.equals(first)) {
            first = waiting;
            since = now;
        }
        return first.isPresent() && now - since > MOST.toNanos();
    }
}
