package org.consilium.aws.capacity.simulation;

/** What people ask of the fleet in the course of a day. */
@FunctionalInterface
public interface Demand {

    /**
     * How many requests arrive.
     *
     * @param second of the day
     * @return requests a second
     */
    double requestsPerSecond(int second);
}
