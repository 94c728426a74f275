package org.consilium.aws.capacity.simulation;

/**
 * How quickly EC2 Auto Scaling notices and acts.
 *
 * @param periodSeconds of one datapoint of the metrics: 60 with detailed monitoring
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
        int datapointsOut,
        int datapointsIn,
        int bootSeconds,
        int warmUpSeconds,
        int scaleInCooldownSeconds,
        int replacementSeconds) {}
