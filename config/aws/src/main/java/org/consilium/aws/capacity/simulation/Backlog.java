package org.consilium.aws.capacity.simulation;

import org.consilium.aws.capacity.queueing.QueueingDelay;

/**
 * The work that waits before the fleet, as a fluid: what arrives in a second and cannot be done in it stays for the
 * next. On top of the time that the fluid takes to drain comes the wait by chance of a steady queue; that formula
 * counts up to 95 % utilization, since above that a steady state takes longer to come about than a peak lasts, and the
 * fluid says what happens.
 */
final class Backlog {

    private static final double STEADY = 0.95;
    private static final double P99 = 0.99;

    private final QueueingDelay node;
    private final double patienceSeconds;
    private double waiting;
    private double utilization;
    private double delaySeconds;
    private double givenUp;

    /** @param patienceSeconds who would wait longer is not served: the load balancer's idle timeout */
    Backlog(QueueingDelay node, double patienceSeconds) {
        this.node = node;
        this.patienceSeconds = patienceSeconds;
    }

    /**
     * One second passes.
     *
     * @param arriving CPU-seconds of work
     * @param vcpus processors in service
     */
    void second(double arriving, double vcpus) {
        double done = Math.min(waiting + arriving, vcpus);
        double left = waiting + arriving - done;
        waiting = Math.min(left, vcpus * patienceSeconds);
        givenUp = left - waiting;
        utilization = vcpus == 0 ? 1 : done / vcpus;
        double drain = vcpus == 0 ? patienceSeconds : waiting / vcpus;
        delaySeconds = drain + node.seconds(Math.min(STEADY, utilization), P99);
    }

    /** Busy share of the processors in the last second. */
    double utilization() {
        return utilization;
    }

    /** The wait that 99 of 100 requests of the last second stay below, in seconds. */
    double delaySeconds() {
        return delaySeconds;
    }

    /** Work that was given up in the last second, in CPU-seconds. */
    double givenUp() {
        return givenUp;
    }
}
