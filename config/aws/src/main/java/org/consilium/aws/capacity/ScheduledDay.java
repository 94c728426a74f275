package org.consilium.aws.capacity;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import org.consilium.aws.capacity.simulation.MinimumSchedule;

/** The minimum of the fleet in the course of one day, as its scheduled actions make it. */
final class ScheduledDay implements MinimumSchedule {

    private final int atMidnight;
    private final List<ScheduledAction> today;

    ScheduledDay(FleetSize fleet, List<ScheduledAction> actions, Month month, DayOfWeek day) {
        atMidnight = fleet.minimum();
        today = actions.stream()
                .filter(action -> new Cron(action.cron()).runsOn(month, day))
                .sorted(Comparator.comparingInt(ScheduledDay::minuteOf))
                .toList();
    }

    @Override
    public int minimumAt(int minute) {
        int minimum = atMidnight;
        for (ScheduledAction action : today) {
            minimum = minuteOf(action) <= minute ? action.minimum() : minimum;
        }
        return minimum;
    }

    private static int minuteOf(ScheduledAction action) {
        return new Cron(action.cron()).time().toSecondOfDay() / 60;
    }
}
