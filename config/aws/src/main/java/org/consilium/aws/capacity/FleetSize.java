package org.consilium.aws.capacity;

/**
 * The limits of the Auto Scaling group, in nodes.
 *
 * @param minimum at any time
 * @param desired to begin with: what the peak hour of an ordinary day needs
 * @param maximum what the day that no calendar knows needs
 */
public record FleetSize(int minimum, int desired, int maximum) {}
