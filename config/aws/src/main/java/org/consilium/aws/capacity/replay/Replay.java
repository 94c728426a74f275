package org.consilium.aws.capacity.replay;

import java.util.List;
import org.consilium.aws.capacity.answers.Calendar;
import org.consilium.aws.capacity.answers.Scaling;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.queueing.QueueingDelay;
import org.consilium.aws.capacity.simulation.FleetShape;
import org.consilium.aws.capacity.simulation.Minute;
import org.consilium.aws.capacity.simulation.ScalingTargets;
import org.consilium.aws.capacity.simulation.Simulator;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.DayCurve;
import org.consilium.aws.capacity.sizing.FleetRules;
import org.consilium.aws.capacity.sizing.ScheduledDay;

/**
 * A scenario, replayed on a plan.
 *
 * @param minutes of its day
 */
public record Replay(Scenario scenario, List<Minute> minutes) {

    private static final int NEVER = -1;

    public Replay {
        minutes = List.copyOf(minutes);
    }

    /** Replays a whole day; this takes well below a second. */
    public static Replay of(CapacityPlan plan, Scenario scenario) {
        ScenarioDemand demand = new ScenarioDemand(plan.workload(), scenario);
        Scaling scaling = plan.answers().scaling();
        Simulator simulator = new Simulator(
                shape(plan, demand, scenario),
                scaling.parameters(),
                new ScalingTargets(scaling.cpuTargetPercent(), plan.requestsPerNodeAndMinute()));
        int zoneLoss =
                scenario == Scenario.ZONE_LOSS ? scenario.minute(plan.answers().calendar()) : NEVER;
        return new Replay(scenario, simulator.replay(demand, DayCurve.MINUTES, zoneLoss));
    }

    private static FleetShape shape(CapacityPlan plan, ScenarioDemand demand, Scenario scenario) {
        Calendar calendar = plan.answers().calendar();
        int atMidnight = new FleetRules(plan.workload(), plan.node())
                .atTarget(plan.workload().busyVcpus(demand.loadAt(0)));
        return new FleetShape(
                plan.answers().resilience().zones(),
                Math.max(plan.fleet().minimum(), atMidnight),
                plan.fleet().maximum(),
                new ScheduledDay(
                        plan.fleet(), plan.scheduledActions(), scenario.month(calendar), scenario.day(calendar)),
                new QueueingDelay(plan.node().vcpus(), plan.workload().serviceTime()));
    }
}
