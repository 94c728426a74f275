package org.consilium.aws.capacity;

import java.util.List;
import org.consilium.aws.capacity.queueing.QueueingDelay;
import org.consilium.aws.capacity.simulation.FleetShape;
import org.consilium.aws.capacity.simulation.Minute;
import org.consilium.aws.capacity.simulation.ScalingTargets;
import org.consilium.aws.capacity.simulation.Simulator;

/**
 * A scenario, replayed on a plan.
 *
 * @param minutes of its day
 */
public record Replay(Scenario scenario, List<Minute> minutes) {

    /** Replays a whole day; takes well below a second. */
    public static Replay of(CapacityPlan plan, Scenario scenario) {
        Answers answers = plan.answers();
        ScalingTargets targets =
                new ScalingTargets(answers.scaling().cpuTargetPercent(), plan.requestsPerNodeAndMinute());
        Simulator simulator =
                new Simulator(shape(plan, scenario), answers.scaling().parameters(), targets);
        int zoneLoss = scenario == Scenario.ZONE_LOSS ? scenario.minute(answers.calendar()) : -1;
        return new Replay(
                scenario,
                List.copyOf(simulator.replay(new ScenarioDemand(answers, scenario), DayCurve.MINUTES, zoneLoss)));
    }

    private static FleetShape shape(CapacityPlan plan, Scenario scenario) {
        Answers answers = plan.answers();
        Workload workload = new Workload(answers);
        InstanceSize size = InstanceSize.ofNodeType(plan.nodeType());
        double midnight = workload.busyVcpus(new ScenarioDemand(answers, scenario).loadAt(0));
        return new FleetShape(
                answers.resilience().zones(),
                Math.max(plan.fleet().minimum(), new FleetRules(answers, size).atTarget(midnight)),
                plan.fleet().maximum(),
                new ScheduledDay(
                        plan.fleet(),
                        plan.scheduledActions(),
                        scenario.month(answers.calendar()),
                        scenario.day(answers.calendar())),
                new QueueingDelay(size.vcpus(), workload.serviceTime()));
    }
}
