package org.consilium.aws.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.consilium.aws.capacity.simulation.Minute;

/**
 * Whether a plan gets through a scenario within its bound.
 *
 * @param failures sentences that say what is wrong; none if it does
 */
public record Verdict(Replay replay, Bound bound, List<String> failures) {

    private static final double MILLIS = 1000;
    private static final double ROUNDING = 1e-6;

    /** Replays a scenario on a plan, and judges it by the plan's own answers. */
    public static Verdict of(CapacityPlan plan, Scenario scenario) {
        Replay replay = Replay.of(plan, scenario);
        Bound bound = plan.answers().bound(scenario);
        List<String> failures = new ArrayList<>();
        failures.addAll(new Limit("the CPU", "%", bound.cpuPercent(), Minute::cpuPercent).failures(replay, bound));
        failures.addAll(new Limit(
                        "the p99 of the wait for a processor",
                        "ms",
                        bound.delaySeconds() * MILLIS,
                        minute -> minute.delaySeconds() * MILLIS)
                .failures(replay, bound));
        if (!failures.isEmpty() && nodesAtMost(replay) >= plan.fleet().maximum()) {
            failures.add(scenario.title() + ": the fleet stands at its maximum of "
                    + plan.fleet().maximum() + " nodes, and could not grow");
        }
        return new Verdict(replay, bound, List.copyOf(failures));
    }

    public boolean holds() {
        return failures.isEmpty();
    }

    /** Minutes in which either is exceeded. */
    public int minutesOutside() {
        return (int) replay.minutes().stream()
                .filter(minute -> minute.cpuPercent() > bound.cpuPercent() + ROUNDING
                        || minute.delaySeconds() > bound.delaySeconds() + ROUNDING)
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

    /** Nodes in service at the most. */
    public int mostNodes() {
        return nodesAtMost(replay);
    }

    /** Requests that would have waited longer than people do. */
    public double givenUp() {
        return replay.minutes().stream().mapToDouble(Minute::givenUp).sum();
    }

    private static int nodesAtMost(Replay replay) {
        return replay.minutes().stream().mapToInt(Minute::nodes).max().orElse(0);
    }

    /** One figure that has a limit. */
    private record Limit(String name, String unit, double most, ToDoubleFunction<Minute> figure) {

        List<String> failures(Replay replay, Bound bound) {
            List<Minute> outside = replay.minutes().stream()
                    .filter(minute -> figure.applyAsDouble(minute) > most + ROUNDING)
                    .toList();
            if (outside.size() <= bound.minutesOutside()) {
                return List.of();
            }
            Minute worst =
                    outside.stream().max(Comparator.comparingDouble(figure)).orElseThrow();
            return List.of(String.format(
                    Locale.ROOT,
                    "%s: %s is above %.0f %s for %d minutes, where %d are allowed (highest: %.0f %s at %02d:%02d)",
                    replay.scenario().title(),
                    name,
                    most,
                    unit,
                    outside.size(),
                    bound.minutesOutside(),
                    figure.applyAsDouble(worst),
                    unit,
                    worst.minute() / 60,
                    worst.minute() % 60));
        }
    }
}
