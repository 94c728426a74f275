package org.consilium.review;

import org.jspecify.annotations.Nullable;

/**
 * A finding with what was decided about it.
 *
 * @param decision null while nobody has decided
 */
public record ReviewedFinding(FindingRow finding, @Nullable SignedDecision decision) {}
