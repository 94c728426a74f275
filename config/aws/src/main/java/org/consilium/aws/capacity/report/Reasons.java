package org.consilium.aws.capacity.report;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.aws.capacity.sizing.CapacityPlan;

/** All questions with their answers and results. */
final class Reasons {

    private Reasons() {}

    static List<Reason> of(CapacityPlan plan) {
        return Stream.of(new UsageReasons(plan).all(), new FleetReasons(plan).all(), new StoreReasons(plan).all())
                .flatMap(List::stream)
                .toList();
    }
}
