package org.consilium.trail.verify;

import java.util.List;

/**
 * The result of a verification.
 *
 * @param entries how many were read
 * @param seals how many
 * @param anchors how many
 * @param lastSeal the number of the newest genuine seal; 0 if there is none
 * @param unsealed the newest entries, which no seal is over yet
 * @param findings the first of them
 * @param others how many more there are
 */
public record Report(
        long entries, long seals, long anchors, long lastSeal, long unsealed, List<Finding> findings, long others) {
    public Report {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
