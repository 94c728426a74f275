package org.consilium.aws.capacity.simulation;

/**
 * The metrics of a period.
 *
 * @param knownAt the second at which CloudWatch has them
 * @param cpuPercent mean over the warm nodes
 * @param requestsPerNodeAndMinute mean over the nodes in service
 * @param warm number of warm nodes
 * @param serving number of nodes in service
 */
record Datapoint(int knownAt, double cpuPercent, double requestsPerNodeAndMinute, int warm, int serving) {}
