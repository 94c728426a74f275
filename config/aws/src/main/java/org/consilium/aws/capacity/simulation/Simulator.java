package org.consilium.aws.capacity.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Replays a day on a fleet in steps of one second. It is deterministic: the same plan gives the same minutes. Requests
 * are spread evenly over the nodes in service.
 */
public final class Simulator {

    /** The default idle timeout of an Application Load Balancer. */
    static final double TIMEOUT_SECONDS = 60;

    private static final int MINUTE = 60;
    private static final double PERCENT = 100;

    private final FleetShape fleet;
    private final ScalingParameters scaling;
    private final NodeGroup group;
    private final Backlog backlog;
    private final TargetTracking tracking;
    private final Mean period = new Mean();
    private final Mean minute = new Mean();
    private final Queue<Datapoint> measured = new ArrayDeque<>();

    public Simulator(FleetShape fleet, ScalingParameters scaling, ScalingTargets targets) {
        this.fleet = fleet;
        this.scaling = scaling;
        group = new NodeGroup(fleet, scaling);
        backlog = new Backlog(fleet.node(), TIMEOUT_SECONDS);
        tracking = new TargetTracking(scaling, targets);
    }

    /**
     * Replays from the first minute of the day.
     *
     * @param minutes to replay
     * @param zoneLossMinute when a zone fails; negative for never
     */
    public List<Minute> replay(Demand demand, int minutes, int zoneLossMinute) {
        List<Minute> replayed = new ArrayList<>(minutes);
        for (int now = 0; now < minutes * MINUTE; now++) {
            if (now % MINUTE == 0) {
                group.minimum(fleet.minimum().minimumAt(now / MINUTE));
            }
            if (now == zoneLossMinute * MINUTE) {
                group.loseZone(now);
            }
            group.reconcile(now);
            serve(demand.requestsPerSecond(now), now);
            if ((now + 1) % scaling.periodSeconds() == 0) {
                measure(now);
            }
            scale(now);
            if ((now + 1) % MINUTE == 0) {
                replayed.add(sample(now));
            }
        }
        return replayed;
    }

    private void serve(double requests, int now) {
        double secondsEach = fleet.node().service().meanSeconds();
        backlog.second(requests * secondsEach, (double) group.serving(now) * fleet.vcpusPerNode());
        period.add(requests, backlog, secondsEach);
        minute.add(requests, backlog, secondsEach);
    }

    private void measure(int now) {
        int serving = group.serving(now);
        int warm = group.warm(now);
        if (warm > 0) {
            double requestsPerMinute = period.requests() * MINUTE / scaling.periodSeconds();
            measured.add(new Datapoint(
                    now + scaling.delaySeconds(),
                    period.utilization() * PERCENT,
                    requestsPerMinute / serving,
                    warm,
                    serving));
        }
        period.clear();
    }

    private void scale(int now) {
        Datapoint first = measured.peek();
        if (first != null && first.knownAt() <= now) {
            tracking.measured(first);
            group.desire(tracking.wanted(group, now));
            measured.remove();
        }
    }

    private Minute sample(int now) {
        Minute sample = new Minute(
                now / MINUTE,
                minute.utilization() * PERCENT,
                group.serving(now),
                minute.highestDelaySeconds(),
                minute.givenUp());
        minute.clear();
        return sample;
    }
}
