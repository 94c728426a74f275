package org.consilium.aws.capacity.report;

import static org.consilium.aws.capacity.report.Figures.say;

import java.util.List;
import java.util.stream.Collectors;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.RequestKind;
import org.consilium.aws.capacity.answers.Usage;
import org.consilium.aws.capacity.sizing.CacheRules;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.Workload;

/** The hospital's use of the application, and the work that follows. */
final class UsageReasons {

    private final Answers answers;
    private final Workload workload;
    private final double peak;
    private final double highest;

    UsageReasons(CapacityPlan plan) {
        answers = plan.answers();
        workload = plan.workload();
        peak = answers.calendar().peakFactor();
        highest = answers.calendar().highestFactor();
    }

    List<Reason> all() {
        return List.of(users(), parts(), reads(), peaks(), dependencies());
    }

    private Reason users() {
        Usage usage = answers.usage();
        return new Reason(
                "How many people use it?",
                say("%s patients, %s staff", usage.patients(), usage.staff()),
                say("%s signed in at the busiest known peak", new CacheRules(workload).sessions()),
                "Little’s law: sign-ins per second × length of a session");
    }

    private Reason parts() {
        Usage usage = answers.usage();
        return new Reason(
                "Which parts are used most?",
                say(
                        "%s consultations a day, %s messages, %s images and %s sign-ins each",
                        usage.consultationsPerDay(),
                        usage.messagesPerConsultation(),
                        usage.imagesPerConsultation(),
                        usage.signInsPerConsultation()),
                say(
                        "%s requests and %s CPU-seconds a consultation",
                        workload.requestsPerConsultation(), workload.cpuSecondsPerConsultation()),
                "Sum over all kinds of requests: number × measured CPU ÷ speed of a vCPU (table below)");
    }

    private Reason reads() {
        return new Reason(
                "How many reads per write?",
                say("%s pages for each write", answers.usage().readsPerWrite()),
                say(
                        "%s pages and %s writes per second at the busiest known peak",
                        workload.perSecond(RequestKind.PAGE, highest),
                        workload.consultationsPerSecond(highest)
                                * answers.usage().writesPerConsultation()),
                "Writes go to the primary, reads to the replicas");
    }

    private Reason peaks() {
        return new Reason(
                "When are the peaks?",
                say(
                        "%s × the mean hour at %s (%s)",
                        peak, answers.calendar().peakTime(), answers.calendar().zone()),
                say(
                        "%s requests per second, %s busy vCPUs",
                        workload.requestsPerSecond(peak), workload.busyVcpus(peak)),
                "Utilization law: arrivals per second × CPU-seconds per request");
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
                calls.isEmpty() ? "–" : "calls in flight at the busiest known peak: " + calls,
                "Little’s law: calls per second × duration of a call");
    }
}
