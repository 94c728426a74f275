package org.consilium.aws.capacity;

import java.util.List;

/**
 * The sizes of the cloud, as they follow from the answers. A hospital of any size gets the same parts in other sizes.
 *
 * @param answers that it follows from
 * @param fleet limits of the Auto Scaling group
 * @param scheduledActions before and after the known peaks
 * @param nodeType EC2 instance type of a node
 * @param databaseType RDS instance class of primary, standby and replicas
 * @param replicas of the database that are read from
 * @param cacheType ElastiCache node type
 * @param cacheReplicas copies of the cache besides its primary
 * @param databaseStorageGigabytes to begin with
 * @param requestsPerNodeAndMinute the load balancer's requests a minute at which a node is at its CPU target
 * @param cost of a month, estimated
 */
public record CapacityPlan(
        Answers answers,
        FleetSize fleet,
        List<ScheduledAction> scheduledActions,
        String nodeType,
        String databaseType,
        int replicas,
        String cacheType,
        int cacheReplicas,
        int databaseStorageGigabytes,
        int requestsPerNodeAndMinute,
        MonthlyCost cost) {

    /**
     * Derives a plan, with the prices that the project comes with.
     *
     * @throws IllegalStateException if the largest database or cache is too small for one primary
     */
    public static CapacityPlan of(Answers answers) {
        return of(answers, Prices.committed());
    }

    /** Derives a plan, with prices of one's own. */
    public static CapacityPlan of(Answers answers, Prices prices) {
        FleetRules rules = FleetRules.withFittingSize(answers);
        DatabaseSize database = new DatabaseRules(answers).size();
        InstanceSize cache = new CacheRules(answers).size();
        FleetSize fleet = rules.fleet();
        List<ScheduledAction> actions = new PeakActions(answers.calendar(), rules).actions();
        double meanNodes = new MeanFleet(answers, rules).nodes(fleet, actions);
        return new CapacityPlan(
                answers,
                fleet,
                actions,
                rules.size().nodeType(),
                database.size().databaseType(),
                database.replicas(),
                cache.cacheType(),
                CacheRules.REPLICAS,
                database.storageGigabytes(),
                rules.requestsPerNodeAndMinute(),
                new CostEstimate(answers, prices).of(meanNodes, rules.size(), database, cache));
    }

    /** The same plan with other limits, to see what becomes of it. */
    public CapacityPlan withFleet(FleetSize other) {
        return with(other, scheduledActions);
    }

    /** The same plan with other scheduled actions, to see what becomes of it. */
    public CapacityPlan withScheduledActions(List<ScheduledAction> others) {
        return with(fleet, List.copyOf(others));
    }

    private CapacityPlan with(FleetSize otherFleet, List<ScheduledAction> otherActions) {
        return new CapacityPlan(
                answers,
                otherFleet,
                otherActions,
                nodeType,
                databaseType,
                replicas,
                cacheType,
                cacheReplicas,
                databaseStorageGigabytes,
                requestsPerNodeAndMinute,
                cost);
    }
}
