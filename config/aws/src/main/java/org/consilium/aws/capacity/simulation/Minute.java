package org.consilium.aws.capacity.simulation;

/**
 * One minute of a replay.
 *
 * @param minute of the day
 * @param cpuPercent of the nodes in service, on average
 * @param nodes in service at the end of the minute
 * @param delaySeconds the highest p99 of the wait for a processor
 * @param givenUp requests that would have waited longer than people do
 */
public record Minute(int minute, double cpuPercent, int nodes, double delaySeconds, double givenUp) {}
