package org.consilium.aws.capacity;

import java.util.List;
import java.util.stream.Stream;

/** The questions, the answers, what follows from them, and why. */
final class Reasons {

    private Reasons() {}

    static List<Reason> of(CapacityPlan plan) {
        return Stream.of(new UsageReasons(plan).all(), new FleetReasons(plan).all(), new StoreReasons(plan).all())
                .flatMap(List::stream)
                .toList();
    }
}
