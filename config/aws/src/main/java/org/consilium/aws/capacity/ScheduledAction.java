package org.consilium.aws.capacity;

import java.time.ZoneId;

public record ScheduledAction(String name, ZoneId zone, String cron, int minimum) {}
