package org.consilium.aws.capacity.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The Auto Scaling group: the nodes in each zone, its desired capacity, and its limits. */
final class NodeGroup {

    private final List<List<Integer>> launchedByZone = new ArrayList<>();
    private final ScalingParameters scaling;
    private final int maximum;
    private int desired;
    private int minimum;
    private int launchNotBefore;

    NodeGroup(FleetShape fleet, ScalingParameters scaling) {
        this.scaling = scaling;
        this.maximum = fleet.maximum();
        for (int zone = 0; zone < fleet.zones(); zone++) {
            launchedByZone.add(new ArrayList<>());
        }
        desired = Math.min(fleet.start(), maximum);
        launch(desired, -scaling.warmUpSeconds());
    }

    int desired() {
        return desired;
    }

    int minimum() {
        return minimum;
    }

    /** Nodes that serve requests. */
    int serving(int second) {
        return launchedBy(second - scaling.bootSeconds());
    }

    /** Nodes that are warmed up, so that their metrics count. */
    int warm(int second) {
        return launchedBy(second - scaling.warmUpSeconds());
    }

    /** Changes the minimum, as a scheduled action does. */
    void minimum(int nodes) {
        minimum = Math.min(nodes, maximum);
        desire(desired);
    }

    void desire(int nodes) {
        desired = Math.max(minimum, Math.min(nodes, maximum));
    }

    /** Removes the zone with the most nodes for the rest of the day. */
    void loseZone(int second) {
        launchedByZone.remove(fullest());
        launchNotBefore = second + scaling.replacementSeconds();
    }

    /** Launches missing nodes, evenly over the zones, and terminates surplus ones. */
    void reconcile(int second) {
        int nodes = launchedByZone.stream().mapToInt(List::size).sum();
        if (nodes < desired && second >= launchNotBefore) {
            launch(desired - nodes, second);
        }
        for (int surplus = nodes - desired; surplus > 0; surplus--) {
            launchedByZone.get(fullest()).removeLast();
        }
    }

    private void launch(int nodes, int second) {
        for (int node = 0; node < nodes; node++) {
            launchedByZone.stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .add(second);
        }
    }

    private int fullest() {
        return IntStream.range(0, launchedByZone.size())
                .boxed()
                .max(Comparator.comparingInt(zone -> launchedByZone.get(zone).size()))
                .orElseThrow();
    }

    private int launchedBy(int second) {
        int nodes = 0;
        for (List<Integer> zone : launchedByZone) {
            for (int launched : zone) {
                nodes += launched <= second ? 1 : 0;
            }
        }
        return nodes;
    }
}
