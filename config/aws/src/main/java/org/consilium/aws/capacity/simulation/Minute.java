package org.consilium.aws.capacity.simulation;

/**
 * One minute of a replay.
 *
 * @param minute of the day
 * @param cpuPercent mean over the nodes in service
 * @param nodes in service at the end of the minute
 * @param delaySeconds the highest p99 of the wait for a processor
 * @param givenUp requests that were given up because they would have waited too long
 */
public record Minute(int minute, double cpuPercent, int nodes, double delaySeconds, double givenUp) {}
