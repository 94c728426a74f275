package org.consilium.audit.seal;

import java.time.Instant;
import java.util.List;
import org.consilium.trail.verify.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A check of the whole trail.
 *
 * @param endedAt null while it runs, or if its node has ended
 * @param outcome null while it runs
 * @param entries how many were read, so far
 * @param unsealed the newest entries, which no seal is over yet
 * @param findingCount of all
 * @param findings the first ones
 */
public record CheckResult(
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable CheckOutcome outcome,
        long entries,
        long seals,
        long anchors,
        long unsealed,
        long findingCount,
        List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    public boolean isRunning() {
        return outcome == null;
    }
}
