package org.consilium.aws.capacity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The questions, the answers, what follows from them, and why. */
final class Reasons {

    private static final double MILLIS = 1000;

    private final CapacityPlan plan;
    private final Answers answers;
    private final Workload workload;
    private final FleetRules rules;
    private final double peak;
    private final double highest;

    Reasons(CapacityPlan plan) {
        this.plan = plan;
        answers = plan.answers();
        workload = new Workload(answers);
        rules = new FleetRules(answers, InstanceSize.ofNodeType(plan.nodeType()));
        peak = answers.calendar().peakFactor();
        highest = answers.calendar().highestFactor();
    }

    List<Reason> all() {
        return List.of(
                users(),
                parts(),
                reads(),
                peaks(),
                costOfRequest(),
                nodeType(),
                zone(),
                growth(),
                knownPeaks(),
                surge(),
                requestPolicy(),
                dependencies(),
                database(),
                cache(),
                storage());
    }

    private Reason users() {
        Usage usage = answers.usage();
        return new Reason(
                "How many use it?",
                say("%s patients, %s staff", usage.patients(), usage.staff()),
                say("%s signed in at the busiest known peak", new CacheRules(answers).sessions()),
                "Little’s law: sign-ins a second × length of a session");
    }

    private Reason parts() {
        Usage usage = answers.usage();
        return new Reason(
                "Which parts are most used?",
                say(
                        "%s consultations a day, %s messages, %s images and %s sign-ins each",
                        usage.consultationsPerDay(),
                        usage.messagesPerConsultation(),
                        usage.imagesPerConsultation(),
                        usage.signInsPerConsultation()),
                say(
                        "%s requests and %s CPU-seconds a consultation",
                        workload.requestsPerConsultation(), workload.cpuSecondsPerConsultation()),
                "Sum over the kinds of requests: how many × measured CPU ÷ speed of a vCPU (table below)");
    }

    private Reason reads() {
        return new Reason(
                "How many reads a write?",
                say("%s pages for each thing sent", answers.usage().readsPerWrite()),
                say(
                        "%s pages and %s writes a second at the busiest known peak",
                        workload.perSecond(RequestKind.PAGE, highest),
                        workload.consultationsPerSecond(highest)
                                * answers.usage().writesPerConsultation()),
                "Writes go to the primary, pages to replicas");
    }

    private Reason peaks() {
        return new Reason(
                "When are the peaks?",
                say(
                        "%s × the mean hour at %s (%s)",
                        peak, answers.calendar().peakTime(), answers.calendar().zone()),
                say("%s requests a second, %s vCPUs busy", workload.requestsPerSecond(peak), workload.busyVcpus(peak)),
                "Utilization law: arrivals a second × CPU-seconds of a request");
    }

    private Reason costOfRequest() {
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

    private Reason dependencies() {
        double consultations = workload.consultationsPerSecond(highest);
        String calls = answers.dependencies().stream()
                .map(one -> say("%s %s", one.name(), one.concurrentCalls(consultations)))
                .collect(Collectors.joining(", "));
        String asked = answers.dependencies().stream()
                .map(one -> say("%s: %s ms", one.name(), one.milliseconds()))
                .collect(Collectors.joining(", "));
        return new Reason(
                "Which services does it wait for?",
                asked.isEmpty() ? "none" : asked,
                calls.isEmpty() ? "–" : "calls under way at the busiest known peak: " + calls,
                "Little’s law: calls a second × time of a call");
    }

    private Reason database() {
        DatabaseRules database = new DatabaseRules(answers);
        return new Reason(
                "How large is the database?",
                say(
                        "below %s %% CPU; %s GB looked at again and again",
                        answers.resilience().databaseCpuPercent(), database.hotGigabytes()),
                say("%s, Multi-AZ, replicas: %s", plan.databaseType(), plan.replicas()),
                say(
                        "Writes keep %s vCPUs of the primary busy, pages %s of the replicas; the memory’s buffer pool holds"
                                + " what is hot; with one replica lost the others and the primary do the reading",
                        database.writeVcpus(), database.readVcpus()));
    }

    private Reason cache() {
        CacheRules cache = new CacheRules(answers);
        return new Reason(
                "How large is the cache?",
                say("%s KB a session", answers.storage().sessionKilobytes()),
                say("%s, replicas: %s", plan.cacheType(), plan.cacheReplicas()),
                say(
                        "%s sessions and shared data are %s GiB of the three quarters that ElastiCache leaves; %s commands a"
                                + " second",
                        cache.sessions(), cache.gibibytes(), cache.commandsPerSecond()));
    }

    private Reason storage() {
        return new Reason(
                "How much is kept?",
                say(
                        "%s KB a consultation; years: %s",
                        answers.storage().kilobytesPerConsultation(),
                        answers.storage().years()),
                say("%s GB for the database to begin with", plan.databaseStorageGigabytes()),
                "Consultations of these years and everybody’s account, and a quarter more; it grows by itself after that");
    }

    /** Fills in numbers as people read them. */
    private static String say(String format, Object... values) {
        Object[] read = new Object[values.length];
        for (int at = 0; at < values.length; at++) {
            read[at] = values[at] instanceof Number number ? Figures.of(number.doubleValue()) : values[at];
        }
        return String.format(Locale.ROOT, format, read);
    }
}
