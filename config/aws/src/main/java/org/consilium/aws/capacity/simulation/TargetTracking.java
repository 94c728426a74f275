package org.consilium.aws.capacity.simulation;

/**
 * Two target tracking policies on one group, as the Amazon EC2 Auto Scaling User Guide describes them under "Target
 * tracking scaling policies for Amazon EC2 Auto Scaling" and "Set the default instance warmup for an Auto Scaling
 * group":
 *
 * <ul>
 *   <li>the group scales out when any policy is ready to, and in only when all are;
 *   <li>the policy with the largest capacity wins;
 *   <li>nodes that are warming up are not part of the CPU metric, but of the capacity: an alarm that continues does not
 *       add them again;
 *   <li>no node is removed while others are warming up.
 * </ul>
 *
 * The guide says that it scales in "more gradually", but not by how much: here, by at most a tenth of the nodes at a
 * time.
 */
final class TargetTracking {

    private static final int SCALE_IN_DIVISOR = 10;

    private final TrackedMetric cpu;
    private final TrackedMetric requests;
    private final int cooldownSeconds;
    private int lastRemoval = -1;
    private int warm;
    private int serving;

    TargetTracking(ScalingParameters scaling, ScalingTargets targets) {
        cpu = new TrackedMetric(targets.cpuPercent(), scaling.datapointsOut(), scaling.datapointsIn());
        requests =
                new TrackedMetric(targets.requestsPerNodeAndMinute(), scaling.datapointsOut(), scaling.datapointsIn());
        cooldownSeconds = scaling.scaleInCooldownSeconds();
    }

    /** Takes the metrics of a period. */
    void measured(Datapoint datapoint) {
        cpu.add(datapoint.cpuPercent());
        requests.add(datapoint.requestsPerNodeAndMinute());
        warm = datapoint.warm();
        serving = datapoint.serving();
    }

    /** The number of nodes that the policies want now; the group applies its limits. */
    int wanted(NodeGroup group, int second) {
        int grown = group.desired();
        if (cpu.isHigh()) {
            grown = Math.max(grown, cpu.needed(warm));
        }
        if (requests.isHigh()) {
            grown = Math.max(grown, requests.needed(serving));
        }
        return grown > group.desired() || !mayRemove(group, second) ? grown : shrunk(group, second);
    }

    private boolean mayRemove(NodeGroup group, int second) {
        boolean calm = lastRemoval < 0 || second - lastRemoval >= cooldownSeconds;
        return calm && cpu.isLow() && requests.isLow() && group.warm(second) == group.desired();
    }

    private int shrunk(NodeGroup group, int second) {
        int nodes = group.desired();
        int needed = Math.max(cpu.needed(nodes), requests.needed(nodes));
        int step = Math.max(1, nodes / SCALE_IN_DIVISOR);
        int wanted = Math.max(group.minimum(), Math.max(needed, nodes - step));
        if (wanted < nodes) {
            lastRemoval = second;
        }
        return wanted;
    }
}
