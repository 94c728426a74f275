package org.consilium.aws.capacity.cost;

import java.time.DayOfWeek;
import java.time.Month;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.DayCurve;
import org.consilium.aws.capacity.sizing.FleetRules;
import org.consilium.aws.capacity.sizing.ScheduledDay;

/**
 * The mean number of nodes over the hours of a year: each hour has the nodes for its load, or its minimum if that is
 * more.
 */
public final class MeanFleet {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private final CapacityPlan plan;
    private final FleetRules rules;
    private final DayCurve curve;

    MeanFleet(CapacityPlan plan) {
        this.plan = plan;
        rules = new FleetRules(plan.workload(), plan.node());
        curve = new DayCurve(plan.answers().calendar());
    }

    double nodes() {
        double nodeHours = 0;
        for (Month month : Month.values()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                nodeHours += nodeHours(new ScheduledDay(plan.fleet(), plan.scheduledActions(), month, day));
            }
        }
        return nodeHours / (Month.values().length * DayOfWeek.values().length * HOURS);
    }

    private double nodeHours(ScheduledDay day) {
        double nodeHours = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            int middle = hour * MINUTES + MINUTES / 2;
            int needed = rules.atTarget(plan.workload().busyVcpus(curve.levelAt(middle)));
            nodeHours += Math.max(needed, day.minimumAt(middle));
        }
        return nodeHours;
    }
}
