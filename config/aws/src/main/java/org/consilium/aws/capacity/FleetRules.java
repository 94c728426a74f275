package org.consilium.aws.capacity;

import org.consilium.aws.capacity.queueing.QueueingDelay;

/** How many nodes of one size a load needs. */
final class FleetRules {

    private static final double PERCENT = 100;
    private static final double P99 = 0.99;
    private static final double ROUNDING = 1e-9;
    private static final int HALVES = 40;

    private final Answers answers;
    private final Workload workload;
    private final InstanceSize size;
    private final QueueingDelay queue;

    FleetRules(Answers answers, InstanceSize size) {
        this.answers = answers;
        this.workload = new Workload(answers);
        this.size = size;
        this.queue = new QueueingDelay(size.vcpus(), workload.serviceTime());
    }

    /**
     * The smallest type on which requests wait no longer than an ordinary day allows while the nodes are at their CPU
     * target, and of which no more than the most nodes are needed.
     *
     * @throws IllegalStateException if the largest is too small
     */
    static FleetRules withFittingSize(Answers answers) {
        for (InstanceSize size : InstanceSize.values()) {
            FleetRules rules = new FleetRules(answers, size);
            double delay = rules.delaySecondsAtTarget();
            boolean quick = delay <= answers.bound(Scenario.DAY).delaySeconds();
            if (quick && rules.fleet().maximum() <= answers.resilience().mostNodes()) {
                return rules;
            }
        }
        throw new IllegalStateException(
                "fleet.most-nodes of the largest type are too few, or a request takes too long");
    }

    InstanceSize size() {
        return size;
    }

    /** The p99 of the wait at the CPU target. */
    double delaySecondsAtTarget() {
        return queue.seconds(target(), P99);
    }

    FleetSize fleet() {
        double peak = answers.calendar().peakFactor();
        int minimum = nodesFor(new DayCurve(answers.calendar()).quietest());
        int desired = nodesFor(peak);
        int known = nodesFor(answers.calendar().highestFactor());
        int surge = atTarget(workload.busyVcpus(peak * answers.surge().factor()));
        int headroom = (int) Math.ceil(desired * answers.surge().headroom() - ROUNDING);
        return new FleetSize(minimum, desired, Math.max(headroom, Math.max(known, surge)));
    }

    /**
     * Nodes for a load that is known to come: at their CPU target or below, at least one in each zone, and enough of
     * them when a zone is lost.
     *
     * @param load against the mean of a day
     */
    int nodesFor(double load) {
        double vcpus = workload.busyVcpus(load);
        int nodes = Math.max(answers.resilience().zones(), atTarget(vcpus));
        while (!survivesLoss(nodes, vcpus)) {
            nodes++;
        }
        return nodes;
    }

    /** The highest load, against the mean of a day, that so many nodes carry as {@link #nodesFor} wants it. */
    double loadOf(int nodes) {
        double carried = 0;
        double tooMuch = nodes * size.vcpus() / workload.busyVcpus(1);
        for (int half = 0; half < HALVES; half++) {
            double between = (carried + tooMuch) / 2;
            boolean enough = nodesFor(between) <= nodes;
            carried = enough ? between : carried;
            tooMuch = enough ? tooMuch : between;
        }
        return carried;
    }

    /** Nodes that the load keeps at the CPU target: busy vCPUs over those of a node and the target. */
    int atTarget(double vcpus) {
        return (int) Math.ceil(vcpus / (size.vcpus() * target()) - ROUNDING);
    }

    /** Requests a minute at which one node is at its CPU target. */
    int requestsPerNodeAndMinute() {
        return (int)
                Math.floor(60 * target() * size.vcpus() / workload.serviceTime().meanSeconds());
    }

    /** The largest zone, as Auto Scaling spreads nodes evenly, has the nodes over the zones, rounded up. */
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
