package org.consilium.aws.capacity.simulation;

/** The requests to the fleet over the course of a day. */
@FunctionalInterface
public interface Demand {

    /**
     * The arrival rate.
     *
     * @param second of the day
     * @return requests per second
     */
    public double requestsPerSecond(int second);
}
