package org.consilium.aws.capacity.simulation;

/** The minimum of the group over a day, which scheduled actions change. */
@FunctionalInterface
public interface MinimumSchedule {

    /** The minimum in a minute of the day. */
    public int minimumAt(int minute);
}
