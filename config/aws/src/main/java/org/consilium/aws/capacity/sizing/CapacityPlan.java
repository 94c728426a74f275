package org.consilium.aws.capacity.sizing;

import java.util.List;
import org.consilium.aws.capacity.answers.Answers;

/**
 * The sizes of the cloud that follow from the answers. A hospital of any size gets the same parts, in other sizes.
 *
 * @param workload of the hospital, which all sizes follow from
 * @param fleet limits of the Auto Scaling group
 * @param scheduledActions before and after the known peaks
 * @param node instance of a node
 * @param database primary, standby and replicas
 * @param cache primary and replicas
 * @param requestsPerNodeAndMinute the load balancer's requests a minute at which a node is at its CPU target
 */
public record CapacityPlan(
        Workload workload,
        FleetSize fleet,
        List<ScheduledAction> scheduledActions,
        InstanceSize node,
        DatabaseSize database,
        CacheSize cache,
        int requestsPerNodeAndMinute) {

    /** The disk of a node, which holds the machine image and nothing to keep. */
    public static final int NODE_DISK_GIGABYTES = 20;

    public CapacityPlan {
        scheduledActions = List.copyOf(scheduledActions);
    }

    /**
     * Derives the plan.
     *
     * @throws IllegalStateException if the largest database or cache is too small for one primary
     */
    public static CapacityPlan of(Answers answers) {
        Workload workload = new Workload(answers);
        FleetRules rules = FleetRules.withFittingSize(workload);
        return new CapacityPlan(
                workload,
                rules.fleet(),
                new PeakActions(answers.calendar(), rules).all(),
                rules.size(),
                new DatabaseRules(workload).size(),
                new CacheRules(workload).size(),
                rules.requestsPerNodeAndMinute());
    }

    public Answers answers() {
        return workload.answers();
    }
}
