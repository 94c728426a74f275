package org.consilium.aws.capacity.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Replays a day on a fleet in steps of one second, without chance: the same plan gives the same minutes. Requests are
 * spread evenly over the nodes in service.
 */
public final class Simulator {

    /** The idle timeout of an Application Load Balancer, in seconds, unless it is set otherwise. */
    static final double PATIENCE_SECONDS = 60;

    private static final int MINUTE = 60;
    private static final double PERCENT = 100;

    private final FleetShape fleet;
    private final ScalingParameters scaling;
    private final NodeGroup group;
    private final Backlog backlog;
    private final TargetTracking tracking;
    private final Mean period = new Mean();
    private final Mean minute = new Mean();

    public Simulator(FleetShape fleet, ScalingParameters scaling, ScalingTargets targets) {
        this.fleet = fleet;
        this.scaling = scaling;
        group = new NodeGroup(fleet, scaling);
        backlog = new Backlog(fleet.node(), PATIENCE_SECONDS);
        tracking = new TargetTracking(scaling, targets);
    }

    /**
     * Replays from the first minute of the day.
     *
     * @param minutes how many
     * @param zoneLossMinute when a zone is lost; negative for never
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
                scale(now + 1);
            }
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

    private void scale(int now) {
        int serving = group.serving(now - 1);
        if (group.warm(now - 1) > 0) {
            double requestsPerMinute = period.requests() * MINUTE / scaling.periodSeconds();
            tracking.measured(period.utilization() * PERCENT, requestsPerMinute / serving);
            group.desire(tracking.wanted(group, now - 1));
        }
        period.clear();
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
