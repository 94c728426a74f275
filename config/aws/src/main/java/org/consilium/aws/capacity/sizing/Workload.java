package org.consilium.aws.capacity.sizing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.RequestKind;
import org.consilium.aws.capacity.answers.Usage;
import org.consilium.aws.capacity.queueing.ServiceTime;

/**
 * The requests of the hospital's people, and the CPU time that they cost. A load is relative to the mean of a day: 3
 * means three times as many requests as on average.
 */
public final class Workload {

    private static final double SECONDS_OF_DAY = 86_400;

    private final Answers answers;
    private final Map<RequestKind, Double> perConsultation = new EnumMap<>(RequestKind.class);

    public Workload(Answers answers) {
        this.answers = answers;
        Usage usage = answers.usage();
        double pages = usage.writesPerConsultation() * usage.readsPerWrite();
        perConsultation.put(RequestKind.PAGE, pages);
        perConsultation.put(RequestKind.MESSAGE, 1 + usage.messagesPerConsultation());
        perConsultation.put(RequestKind.IMAGE, usage.imagesPerConsultation());
        perConsultation.put(RequestKind.SIGN_IN, usage.signInsPerConsultation());
        perConsultation.put(RequestKind.RESOURCE, pages * usage.resourcesPerPage());
    }

    public Answers answers() {
        return answers;
    }

    /** Requests of a kind over the whole course of a consultation. */
    public double perConsultation(RequestKind kind) {
        return perConsultation.getOrDefault(kind, 0.0);
    }

    public double requestsPerConsultation() {
        return perConsultation.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** CPU-seconds that a consultation costs the application, on a vCPU in the cloud. */
    public double cpuSecondsPerConsultation() {
        return Arrays.stream(RequestKind.values())
                .mapToDouble(this::cpuSecondsPerConsultation)
                .sum();
    }

    /** The same for one kind of request. */
    public double cpuSecondsPerConsultation(RequestKind kind) {
        return perConsultation(kind) * answers.measurements().secondsOf(kind);
    }

    /** Consultations that are opened in a second. */
    public double consultationsPerSecond(double load) {
        return answers.usage().consultationsPerDay() / SECONDS_OF_DAY * load;
    }

    public double requestsPerSecond(double load) {
        return consultationsPerSecond(load) * requestsPerConsultation();
    }

    public double perSecond(RequestKind kind, double load) {
        return consultationsPerSecond(load) * perConsultation(kind);
    }

    /**
     * The processors that are busy on average: arrivals per second times service time, which is the utilization law
     * (Menascé, Almeida, Dowdy: Performance by Design, chapter 3).
     *
     * @return vCPUs (erlangs)
     */
    public double busyVcpus(double load) {
        return consultationsPerSecond(load) * cpuSecondsPerConsultation();
    }

    /** Signed-in people, by Little's law: sign-ins per second times the length of a session. */
    public double sessions(double load) {
        return perSecond(RequestKind.SIGN_IN, load) * answers.usage().sessionMinutes() * 60;
    }

    /** How long requests keep a processor busy. */
    public ServiceTime serviceTime() {
        Map<Double, Double> requestsBySeconds = new HashMap<>();
        perConsultation.forEach((kind, requests) ->
                requestsBySeconds.merge(answers.measurements().secondsOf(kind), requests, Double::sum));
        return ServiceTime.mixOf(requestsBySeconds);
    }
}
