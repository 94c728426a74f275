package org.consilium.aws.capacity.sizing;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import org.consilium.aws.capacity.simulation.MinimumSchedule;

/** The minimum of the fleet over one day, as the scheduled actions of that day set it. */
public final class ScheduledDay implements MinimumSchedule {

    private final int atMidnight;
    private final List<ScheduledAction> today;

    public ScheduledDay(FleetSize fleet, List<ScheduledAction> actions, Month month, DayOfWeek day) {
        atMidnight = fleet.minimum();
        today = actions.stream()
                .filter(action -> action.recurrence().includes(month, day))
                .sorted(Comparator.comparing(action -> action.recurrence().time()))
                .toList();
    }

    @Override
    public int minimumAt(int minute) {
        int minimum = atMidnight;
        for (ScheduledAction action : today) {
            minimum = action.recurrence().minuteOfDay() <= minute ? action.minimum() : minimum;
        }
        return minimum;
    }
}
