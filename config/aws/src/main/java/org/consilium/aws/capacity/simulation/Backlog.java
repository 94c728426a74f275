package org.consilium.aws.capacity.simulation;

import org.consilium.aws.capacity.queueing.QueueingDelay;

/**
 * The work that waits for the fleet, modeled as a fluid: work that cannot be done in the second of its arrival is left
 * for the next. The delay is the time until the fluid has drained, plus the random wait of a queue in steady state. The
 * latter is capped at 95 % utilization: above that, a steady state takes longer to develop than a peak lasts, and the
 * fluid describes what happens.
 */
final class Backlog {

    private static final double STEADY = 0.95;
    private static final double P99 = 0.99;

    private final QueueingDelay node;
    private final double timeoutSeconds;
    private double waiting;
    private double utilization;
    private double delaySeconds;
    private double givenUp;

    /** @param timeoutSeconds requests that would wait longer are given up: the load balancer's idle timeout */
    Backlog(QueueingDelay node, double timeoutSeconds) {
        this.node = node;
        this.timeoutSeconds = timeoutSeconds;
    }

    /**
     * Advances by one second.
     *
     * @param arriving CPU-seconds of work
     * @param vcpus processors in service
     */
    void second(double arriving, double vcpus) {
        double done = Math.min(waiting + arriving, vcpus);
        double left = waiting + arriving - done;
        waiting = Math.min(left, vcpus * timeoutSeconds);
        givenUp = left - waiting;
        utilization = vcpus == 0 ? 1 : done / vcpus;
        double drain = vcpus == 0 ? timeoutSeconds : waiting / vcpus;
        delaySeconds = drain + node.seconds(Math.min(STEADY, utilization), P99);
    }

    /** Busy share of the processors in the last second. */
    double utilization() {
        return utilization;
    }

    /** The p99 of the wait in the last second, in seconds. */
    double delaySeconds() {
        return delaySeconds;
    }

    /** Work that was given up in the last second, in CPU-seconds. */
    double givenUp() {
        return givenUp;
    }
}
