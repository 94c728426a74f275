package org.consilium.aws.capacity;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;

/** How many nodes run on average: in each hour of each day what its load needs, or the minimum that is in force. */
final class MeanFleet {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private final FleetRules rules;
    private final Workload workload;
    private final DayCurve curve;

    MeanFleet(Answers answers, FleetRules rules) {
        this.rules = rules;
        workload = new Workload(answers);
        curve = new DayCurve(answers.calendar());
    }

    double nodes(FleetSize fleet, List<ScheduledAction> actions) {
        double nodeHours = 0;
        for (Month month : Month.values()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                nodeHours += nodeHours(new ScheduledDay(fleet, actions, month, day));
            }
        }
        return nodeHours / (Month.values().length * DayOfWeek.values().length * HOURS);
    }

    private double nodeHours(ScheduledDay day) {
        double nodeHours = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            int middle = hour * MINUTES + MINUTES / 2;
            int needed = rules.atTarget(workload.busyVcpus(curve.levelAt(middle)));
            nodeHours += Math.max(needed, day.minimumAt(middle));
        }
        return nodeHours;
    }
}
