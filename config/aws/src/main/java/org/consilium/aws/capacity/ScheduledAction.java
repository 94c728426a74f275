package org.consilium.aws.capacity;

import java.time.ZoneId;

/**
 * A scheduled action of the Auto Scaling group.
 *
 * @param cron when it runs, as five fields of Unix cron: minute, hour, day of the month, month, day of the week with 0
 *     for Sunday ("Scheduled scaling for Amazon EC2 Auto Scaling", on recurring schedules)
 * @param zone in which the hours are meant
 * @param minimum nodes from then on
 */
public record ScheduledAction(String name, ZoneId zone, String cron, int minimum) {}
