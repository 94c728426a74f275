package org.consilium.aws.capacity.simulation;

/**
 * The targets of the two target tracking policies.
 *
 * @param cpuPercent average CPU utilization of the group
 * @param requestsPerNodeAndMinute the load balancer's request count per target
 */
public record ScalingTargets(double cpuPercent, double requestsPerNodeAndMinute) {}
