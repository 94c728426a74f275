package org.consilium.aws.capacity;

import static org.consilium.aws.capacity.Figures.say;

import java.util.List;
import java.util.stream.Collectors;

/** Why there are so many nodes, of such a size, at such times. */
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
        workload = new Workload(answers);
        rules = new FleetRules(answers, InstanceSize.ofNodeType(plan.nodeType()));
        highest = answers.calendar().highestFactor();
    }

    List<Reason> all() {
        return List.of(delay(), nodeType(), zone(), growth(), knownPeaks(), surge(), requestPolicy());
    }

    private Reason delay() {
        return new Reason(
                "How long may a request wait for a processor?",
                say(
                        "99 of 100 below %s ms on an ordinary day",
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
                plan.nodeType(),
                "The smallest with two vCPUs or more that keeps the wait at the CPU target, and the number of nodes");
    }

    private Reason zone() {
        return new Reason(
                "What may break?",
                say(
                        "one of %s zones at the peak hour; the others stay below %s %% CPU",
                        answers.resilience().zones(), answers.resilience().cpuPercentWithoutZone()),
                say(
                        "minimum %s, desired %s nodes",
                        plan.fleet().minimum(), plan.fleet().desired()),
                "Nodes left = nodes − ⌈nodes ÷ zones⌉, which carry the load of the quietest minute (minimum) and of the"
                        + " peak hour (desired) within CPU and wait; one in each zone at least. Between the known peaks the fleet"
                        + " may be at its CPU target: a zone lost then keeps the others busier, until its nodes are replaced");
    }

    private Reason growth() {
        double load = rules.loadOf(plan.fleet().minimum());
        return new Reason(
                "How far does the minimum carry?",
                say("%s consultations a day now", answers.usage().consultationsPerDay()),
                say("up to %s a day", Math.floor(answers.usage().consultationsPerDay() * load / highest)),
                "The most consultations whose busiest known peak the minimum carries with a zone lost: until then, one node"
                        + " in each zone is what it costs, not the load");
    }

    private Reason knownPeaks() {
        String peaks = answers.calendar().peaks().stream()
                .map(known -> say("%s × %s", known.name(), known.factor()))
                .collect(Collectors.joining(", "));
        return new Reason(
                "Which peaks are known before?",
                peaks.isEmpty() ? "none" : peaks,
                say(
                        "%s scheduled actions, up to %s nodes",
                        plan.scheduledActions().size(), rules.nodesFor(highest)),
                say(
                        "The nodes of each peak are asked for %s minutes before it: AWS, “Scheduled scaling for Amazon EC2"
                                + " Auto Scaling”",
                        answers.calendar().leadMinutes()));
    }

    private Reason surge() {
        return new Reason(
                "And the day that no calendar knows?",
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
                say("%s requests a minute and node", plan.requestsPerNodeAndMinute()),
                "60 × CPU target × vCPUs ÷ CPU-seconds of a request. CPU ends at 100 %, requests do not: in a surge they"
                        + " say how many nodes are missing. AWS, “Target tracking scaling policies”");
    }
}
