package org.consilium.aws.capacity.simulation;

/**
 * How quickly EC2 Auto Scaling reacts. The numbers of datapoints are those of the alarms that AWS creates for a target
 * tracking policy, as CloudWatch shows them (also reported in issue 3 of aws-samples/amazon-aurora-labs-for-mysql). The
 * guide does not promise them, so they are answers that can be changed. Since November 2024, AWS may react sooner
 * ("highly responsive scaling policies"); the plan does not rely on that.
 *
 * @param periodSeconds of one datapoint of the metrics: 60 with detailed monitoring
 * @param delaySeconds from the end of a period until its datapoint is available
 * @param datapointsOut consecutive datapoints above the target that trigger scaling out: AlarmHigh has 3
 * @param datapointsIn consecutive datapoints below 90 % of the target that trigger scaling in: AlarmLow has 15
 * @param bootSeconds from a node's launch to its first request
 * @param warmUpSeconds from a node's launch until its metrics count (default instance warmup); without a lifecycle hook
 *     for launches, the group takes a node for in service as soon as it runs
 * @param scaleInCooldownSeconds least time between two removals
 * @param replacementSeconds until health checks notice that nodes are lost and replacements are launched
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
