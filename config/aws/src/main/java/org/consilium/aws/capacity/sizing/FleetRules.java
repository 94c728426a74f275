package org.consilium.aws.capacity.sizing;

import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.queueing.QueueingDelay;

/** The number of nodes of one size that a load needs. */
public final class FleetRules {

    private static final double PERCENT = 100;
    private static final double P99 = 0.99;
    private static final double ROUNDING = 1e-9;
    private static final int BISECTIONS = 40;

    private final Answers answers;
    private final Workload workload;
    private final InstanceSize size;
    private final QueueingDelay queue;

    public FleetRules(Workload workload, InstanceSize size) {
        this.answers = workload.answers();
        this.workload = workload;
        this.size = size;
        this.queue = new QueueingDelay(size.vcpus(), workload.serviceTime());
    }

    /**
     * The rules for the smallest size that fits: at the CPU target, requests wait no longer than an ordinary day
     * allows, and the maximum does not exceed the most nodes allowed.
     *
     * @throws IllegalStateException if the largest size does not fit
     */
    static FleetRules withFittingSize(Workload workload) {
        Answers answers = workload.answers();
        for (InstanceSize size : InstanceSize.values()) {
            FleetRules rules = new FleetRules(workload, size);
            double delay = rules.delaySecondsAtTarget();
            boolean quick = delay <= answers.bound(Scenario.DAY).delaySeconds();
            if (quick && rules.fleet().maximum() <= answers.resilience().mostNodes()) {
                return rules;
            }
        }
        throw new IllegalStateException("fleet.most-nodes of the largest type are too few, or requests take too long");
    }

    public InstanceSize size() {
        return size;
    }

    /** The p99 of the wait for a processor at the CPU target. */
    public double delaySecondsAtTarget() {
        return queue.seconds(target(), P99);
    }

    public FleetSize fleet() {
        double peak = answers.calendar().peakFactor();
        int minimum = nodesFor(new DayCurve(answers.calendar()).quietest());
        int desired = nodesFor(peak);
        int known = nodesFor(answers.calendar().highestFactor());
        int surge = atTarget(workload.busyVcpus(peak * answers.surge().factor()));
        int headroom = (int) Math.ceil(desired * answers.surge().headroom() - ROUNDING);
        return new FleetSize(minimum, desired, Math.max(headroom, Math.max(known, surge)));
    }

    /**
     * Nodes for a load that is known in advance: at or below their CPU target, at least one in each zone, and enough of
     * them when a zone fails.
     *
     * @param load relative to the mean of a day
     */
    public int nodesFor(double load) {
        double vcpus = workload.busyVcpus(load);
        int nodes = Math.max(answers.resilience().zones(), atTarget(vcpus));
        while (!survivesLoss(nodes, vcpus)) {
            nodes++;
        }
        return nodes;
    }

    /** The highest load, relative to the mean of a day, for which {@link #nodesFor} needs no more than these nodes. */
    public double loadOf(int nodes) {
        double low = 0;
        double high = nodes * size.vcpus() / workload.busyVcpus(1);
        for (int step = 0; step < BISECTIONS; step++) {
            double between = (low + high) / 2;
            boolean enough = nodesFor(between) <= nodes;
            low = enough ? between : low;
            high = enough ? high : between;
        }
        return low;
    }

    /** Nodes that are at the CPU target with so many busy vCPUs. */
    public int atTarget(double vcpus) {
        return (int) Math.ceil(vcpus / (size.vcpus() * target()) - ROUNDING);
    }

    /** Requests a minute at which one node is at its CPU target. */
    public int requestsPerNodeAndMinute() {
        return (int)
                Math.floor(60 * target() * size.vcpus() / workload.serviceTime().meanSeconds());
    }

    /** Auto Scaling spreads nodes evenly, so that the largest zone has nodes / zones of them, rounded up. */
    private boolean survivesLoss(int nodes, double vcpus) {
        int zones = answers.resilience().zones();
        int left = nodes - (nodes + zones - 1) / zones;
        double utilization = vcpus / (left * size.vcpus());
        return utilization <= answers.resilience().cpuPercentWithoutZone() / PERCENT
                && queue.seconds(utilization, P99)
                        <= answers.bound(Scenario.ZONE_LOSS).delaySeconds();
    }

    private double target() {
        return answers.scaling().cpuTargetPercent() / PERCENT;
    }
}
