package org.consilium.aws.capacity.replay;

import java.util.ArrayList;
import java.util.List;
import org.consilium.aws.capacity.answers.Bound;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.simulation.Minute;
import org.consilium.aws.capacity.sizing.CapacityPlan;

/**
 * Whether a plan gets through a scenario within its bound.
 *
 * @param failures sentences that say what is wrong; empty if the plan holds
 */
public record Verdict(Replay replay, Bound bound, List<String> failures) {

    private static final double MILLIS = 1000;

    /** Replays a scenario on a plan and compares it with the bound in the plan's answers. */
    public static Verdict of(CapacityPlan plan, Scenario scenario) {
        Replay replay = Replay.of(plan, scenario);
        Bound bound = plan.answers().bound(scenario);
        List<String> failures = new ArrayList<>();
        limits(bound)
                .forEach(limit -> limit.failure(replay, bound.minutesOutside()).ifPresent(failures::add));
        if (!failures.isEmpty() && nodesAtMost(replay) >= plan.fleet().maximum()) {
            failures.add(scenario.title() + ": the fleet is at its maximum of "
                    + plan.fleet().maximum() + " nodes and could not grow");
        }
        return new Verdict(replay, bound, List.copyOf(failures));
    }

    private static List<Limit> limits(Bound bound) {
        return List.of(
                new Limit("the CPU", "%", bound.cpuPercent(), Minute::cpuPercent),
                new Limit(
                        "the p99 of the wait for a processor",
                        "ms",
                        bound.delaySeconds() * MILLIS,
                        minute -> minute.delaySeconds() * MILLIS));
    }

    public boolean holds() {
        return failures.isEmpty();
    }

    /** Minutes in which a limit is exceeded. */
    public int minutesOutside() {
        List<Limit> limits = limits(bound);
        return (int) replay.minutes().stream()
                .filter(minute -> limits.stream().anyMatch(limit -> limit.isExceededIn(minute)))
                .count();
    }

    /** The highest mean CPU of a minute, in percent. */
    public double highestCpuPercent() {
        return replay.minutes().stream().mapToDouble(Minute::cpuPercent).max().orElse(0);
    }

    /** The highest p99 of the wait for a processor, in seconds. */
    public double highestDelaySeconds() {
        return replay.minutes().stream().mapToDouble(Minute::delaySeconds).max().orElse(0);
    }

    /** The most nodes that were in service. */
    public int mostNodes() {
        return nodesAtMost(replay);
    }

    /** Requests that were given up because they would have waited too long. */
    public double givenUp() {
        return replay.minutes().stream().mapToDouble(Minute::givenUp).sum();
    }

    private static int nodesAtMost(Replay replay) {
        return replay.minutes().stream().mapToInt(Minute::nodes).max().orElse(0);
    }
}
