package org.consilium.aws.capacity.simulation;

/**
 * What the two target tracking policies keep.
 *
 * @param cpuPercent average CPU utilization of the group
 * @param requestsPerNodeAndMinute the load balancer's request count per target
 */
public record ScalingTargets(double cpuPercent, double requestsPerNodeAndMinute) {}
