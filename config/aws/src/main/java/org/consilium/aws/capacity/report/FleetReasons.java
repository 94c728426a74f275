package org.consilium.aws.capacity.report;

import static org.consilium.aws.capacity.report.Figures.say;

import java.util.List;
import java.util.stream.Collectors;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.FleetRules;
import org.consilium.aws.capacity.sizing.Workload;

/** The reasons for the number and size of nodes. */
final class FleetReasons {

    private static final double MILLIS = 1000;

    private final CapacityPlan plan;
    private final Answers answers;
    private final Workload workload;
    private final FleetRules rules;
    private final double highest;

    FleetReasons(CapacityPlan plan) {
        this.plan = plan;
        answers = plan.answers();
        workload = plan.workload();
        rules = new FleetRules(workload, plan.node());
        highest = answers.calendar().highestFactor();
    }

    List<Reason> all() {
        return List.of(delay(), nodeType(), zone(), growth(), knownPeaks(), surge(), requestPolicy());
    }

    private Reason delay() {
        return new Reason(
                "How long may a request wait for a processor?",
                say(
                        "99 % below %s ms on an ordinary day",
                        answers.bound(Scenario.DAY).delaySeconds() * MILLIS),
                say(
                        "%s ms at the CPU target of %s %%",
                        rules.delaySecondsAtTarget() * MILLIS, answers.scaling().cpuTargetPercent()),
                "M/G/c by Allen and Cunneen: Erlang C × (1 + cs²) ÷ 2, cs² = "
                        + Figures.of(workload.serviceTime().squaredVariation()));
    }

    private Reason nodeType() {
        return new Reason(
                "Which node type?",
                say("at most %s nodes", answers.resilience().mostNodes()),
                plan.node().nodeType(),
                "The smallest type with at least two vCPUs that keeps the bounds on the wait and on the number of nodes");
    }

    private Reason zone() {
        return new Reason(
                "What may fail?",
                say(
                        "one of %s zones at the peak hour; the others stay below %s %% CPU",
                        answers.resilience().zones(), answers.resilience().cpuPercentWithoutZone()),
                say(
                        "minimum %s, desired %s nodes",
                        plan.fleet().minimum(), plan.fleet().desired()),
                "Nodes left = nodes − ⌈nodes ÷ zones⌉. They carry the load of the quietest minute (minimum) and of the peak"
                        + " hour (desired) within the bounds on CPU and wait; each zone has at least one node. Between"
                        + " the known peaks, the fleet may be at its CPU target: when a zone fails then, the other nodes"
                        + " are busier until its nodes are replaced");
    }

    private Reason growth() {
        double load = rules.loadOf(plan.fleet().minimum());
        return new Reason(
                "How much growth does the minimum allow?",
                say("%s consultations a day now", answers.usage().consultationsPerDay()),
                say("up to %s a day", Math.floor(answers.usage().consultationsPerDay() * load / highest)),
                "The most consultations for which the minimum carries the busiest known peak without a zone. Until then,"
                        + " the cost comes from one node in each zone, not from the load");
    }

    private Reason knownPeaks() {
        String peaks = answers.calendar().peaks().stream()
                .map(known -> say("%s × %s", known.name(), known.factor()))
                .collect(Collectors.joining(", "));
        return new Reason(
                "Which peaks are known in advance?",
                peaks.isEmpty() ? "none" : peaks,
                say(
                        "%s scheduled actions, up to %s nodes",
                        plan.scheduledActions().size(), rules.nodesFor(highest)),
                say(
                        "The nodes for a peak are launched %s minutes before it: AWS, “Scheduled scaling for Amazon EC2 Auto"
                                + " Scaling”",
                        answers.calendar().leadMinutes()));
    }

    private Reason surge() {
        return new Reason(
                "And a peak that no calendar knows?",
                say(
                        "%s × the peak hour within %s minutes",
                        answers.surge().factor(), answers.surge().minutes()),
                say("maximum %s nodes", plan.fleet().maximum()),
                say(
                        "Busy vCPUs ÷ (vCPUs of a node × CPU target), and at least %s × desired",
                        answers.surge().headroom()));
    }

    private Reason requestPolicy() {
        return new Reason(
                "How is it scaled?",
                say(
                        "target tracking at %s %% CPU, and by requests",
                        answers.scaling().cpuTargetPercent()),
                say("%s requests per minute and node", plan.requestsPerNodeAndMinute()),
                "60 × CPU target × vCPUs ÷ CPU-seconds per request. CPU cannot exceed 100 %, requests can: in a surge they"
                        + " show how many nodes are missing. AWS, “Target tracking scaling policies”");
    }
}
