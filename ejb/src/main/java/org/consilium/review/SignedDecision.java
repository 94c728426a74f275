package org.consilium.review;

import java.time.Instant;

/**
 * What was decided about a finding.
 *
 * @param officer the full name of the one who has signed it
 */
public record SignedDecision(ReviewOutcome outcome, String comment, String officer, Instant decidedAt) {}
