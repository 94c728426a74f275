package org.consilium.aws.capacity.sizing;

import java.time.ZoneId;

/**
 * A scheduled action of the Auto Scaling group.
 *
 * @param zone the time zone of the recurrence
 * @param recurrence when it runs
 * @param minimum the minimum of the group from then on
 */
public record ScheduledAction(String name, ZoneId zone, Recurrence recurrence, int minimum) {}
