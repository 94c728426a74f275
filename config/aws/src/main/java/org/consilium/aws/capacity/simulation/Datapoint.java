package org.consilium.aws.capacity.simulation;

/**
 * A period's metrics.
 *
 * @param knownAt the second at which CloudWatch has them
 * @param cpuPercent average of the nodes that are warm
 * @param requestsPerNodeAndMinute average of the nodes in service
 * @param warm nodes whose CPU it is
 * @param serving nodes whose requests they are
 */
record Datapoint(int knownAt, double cpuPercent, double requestsPerNodeAndMinute, int warm, int serving) {}
