package org.consilium.aws.capacity.simulation;

/**
 * How quickly EC2 Auto Scaling notices and acts. The numbers of datapoints are those of the alarms that AWS makes for a
 * target tracking policy, as they show in CloudWatch (reported, for one, in issue 3 of
 * aws-samples/amazon-aurora-labs-for-mysql); the guide does not promise them, so they are answers that can be changed.
 * Since November 2024 AWS may act sooner where it finds that it can ("highly responsive scaling policies"); the plan
 * does not count on it.
 *
 * @param periodSeconds of one datapoint of the metrics: 60 with detailed monitoring
 * @param delaySeconds from the end of a period until its datapoint is known
 * @param datapointsOut so many in a row above the target let it add nodes: target tracking's AlarmHigh has 3
 * @param datapointsIn so many in a row below 90 % of the target let it remove nodes: AlarmLow has 15
 * @param bootSeconds from a node's launch to the first request it serves
 * @param warmUpSeconds from a node's launch until its metrics count (default instance warmup); the node is in service
 *     for the group as soon as it runs, as there is no lifecycle hook
 * @param scaleInCooldownSeconds the least time between two removals
 * @param replacementSeconds until lost nodes are missed by the health checks and replaced
 */
public record ScalingParameters(
        int periodSeconds,
        int delaySeconds,
        int datapointsOut,
        int datapointsIn,
        int bootSeconds,
        int warmUpSeconds,
        int scaleInCooldownSeconds,
        int replacementSeconds) {}
