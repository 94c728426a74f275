package org.consilium.aws.capacity;

import static org.consilium.aws.capacity.Figures.say;

import java.util.List;
import java.util.stream.Collectors;

/** How the hospital uses it, and what work that is. */
final class UsageReasons {

    private final Answers answers;
    private final Workload workload;
    private final double peak;
    private final double highest;

    UsageReasons(CapacityPlan plan) {
        answers = plan.answers();
        workload = new Workload(answers);
        peak = answers.calendar().peakFactor();
        highest = answers.calendar().highestFactor();
    }

    List<Reason> all() {
        return List.of(users(), parts(), reads(), peaks(), dependencies());
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
}
