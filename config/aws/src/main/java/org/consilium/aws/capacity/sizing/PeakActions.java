package org.consilium.aws.capacity.sizing;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.aws.capacity.answers.Calendar;
import org.consilium.aws.capacity.answers.KnownPeak;

/**
 * Scheduled actions for the known peaks. Target tracking takes minutes to react to load; for a known peak, the nodes
 * can be there before it. Each peak has an action some time before it, with enough nodes to survive the loss of a zone
 * under its load, and one at its end. Actions may run up to two minutes late, and no two may have the same time
 * ("Scheduled scaling for Amazon EC2 Auto Scaling").
 */
final class PeakActions {

    private final Calendar calendar;
    private final FleetRules rules;

    PeakActions(Calendar calendar, FleetRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    List<ScheduledAction> all() {
        return calendar.peaks().stream().flatMap(this::of).toList();
    }

    private Stream<ScheduledAction> of(KnownPeak peak) {
        return Stream.of(
                action(
                        peak,
                        "-begin",
                        peak.from().minusMinutes(calendar.leadMinutes()),
                        rules.nodesFor(calendar.peakFactor() * peak.factor())),
                action(peak, "-end", peak.to(), rules.fleet().minimum()));
    }

    private ScheduledAction action(KnownPeak peak, String suffix, LocalTime time, int minimum) {
        return new ScheduledAction(
                peak.name() + suffix, calendar.zone(), new Recurrence(time, peak.days(), peak.months()), minimum);
    }
}
