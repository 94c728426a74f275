package org.consilium.aws.capacity.sizing;

/**
 * The limits of the Auto Scaling group, in nodes.
 *
 * @param minimum at any time
 * @param desired at first: the nodes for the peak hour of an ordinary day
 * @param maximum the nodes for a peak that no calendar knows
 */
public record FleetSize(int minimum, int desired, int maximum) {}
