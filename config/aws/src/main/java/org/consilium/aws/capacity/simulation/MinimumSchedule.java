package org.consilium.aws.capacity.simulation;

/** What the scheduled actions of a day keep in service at the least. */
@FunctionalInterface
public interface MinimumSchedule {

    /** The minimum that is in force in a minute of the day. */
    int minimumAt(int minute);
}
