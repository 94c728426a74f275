package org.consilium.aws.capacity;

import java.util.ArrayList;
import java.util.List;

/**
 * Scheduled actions for the known peaks: target tracking follows what it sees, and needs minutes to do so; what is
 * known can be there before. Each peak has an action some time before it, with the nodes that survive the loss of a
 * zone under its load, and one when it is over. An action may run up to two minutes late, and two may not have the same
 * time ("Scheduled scaling for Amazon EC2 Auto Scaling").
 */
final class PeakActions {

    private final Calendar calendar;
    private final FleetRules rules;

    PeakActions(Calendar calendar, FleetRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    List<ScheduledAction> actions() {
        List<ScheduledAction> actions = new ArrayList<>();
        for (KnownPeak peak : calendar.peaks()) {
            actions.add(new ScheduledAction(
                    peak.name() + "-begin",
                    calendar.zone(),
                    Cron.of(peak.from().minusMinutes(calendar.leadMinutes()), peak.months(), peak.days()),
                    rules.nodesFor(calendar.peakFactor() * peak.factor())));
            actions.add(new ScheduledAction(
                    peak.name() + "-end",
                    calendar.zone(),
                    Cron.of(peak.to(), peak.months(), peak.days()),
                    rules.fleet().minimum()));
        }
        return List.copyOf(actions);
    }
}
