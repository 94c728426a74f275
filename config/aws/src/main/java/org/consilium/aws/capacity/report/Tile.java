package org.consilium.aws.capacity.report;

/**
 * A figure at the top of the page.
 *
 * @param more what the figure alone does not tell
 */
public record Tile(String name, String figure, String more) {}
