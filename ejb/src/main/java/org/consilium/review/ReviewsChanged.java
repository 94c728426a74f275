package org.consilium.review;

/**
 * There are new findings, or something was decided about one; fired in the transaction of the change, and observed
 * after the commit.
 *
 * @param id one of those that have changed
 */
public record ReviewsChanged(FindingId id) {}
