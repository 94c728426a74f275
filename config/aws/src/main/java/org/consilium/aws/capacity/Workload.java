package org.consilium.aws.capacity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.consilium.aws.capacity.queueing.ServiceTime;

/**
 * What the hospital's people ask of the system: requests of each kind, and the work that they are. A load is told
 * against the mean of a day: 3 is three times as many as on average.
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

    /** Requests of a kind that a consultation makes, over its whole course. */
    public double perConsultation(RequestKind kind) {
        return perConsultation.getOrDefault(kind, 0.0);
    }

    public double requestsPerConsultation() {
        return perConsultation.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** CPU-seconds of the application that a consultation costs, on a vCPU of the cloud. */
    public double cpuSecondsPerConsultation() {
        return Arrays.stream(RequestKind.values())
                .mapToDouble(this::cpuSecondsPerConsultation)
                .sum();
    }

    /** The same, of one kind of request. */
    public double cpuSecondsPerConsultation(RequestKind kind) {
        return perConsultation(kind) * answers.measurements().secondsOf(kind);
    }

    /** Consultations that are begun in a second. */
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
     * The processors that are busy on average: arrivals a second times seconds of service, Little's law for those in
     * service (the utilization law; Menascé, Almeida, Dowdy: Performance by Design, chapter 3).
     *
     * @return vCPUs, or Erlang
     */
    public double busyVcpus(double load) {
        return consultationsPerSecond(load) * cpuSecondsPerConsultation();
    }

    /** Signed-in people: sign-ins a second times how long a session lasts, Little's law again. */
    public double sessions(double load) {
        return perSecond(RequestKind.SIGN_IN, load) * answers.usage().sessionMinutes() * 60;
    }

    /** How long requests keep a processor. */
    public ServiceTime serviceTime() {
        Map<Double, Double> requestsBySeconds = new HashMap<>();
        perConsultation.forEach((kind, requests) ->
                requestsBySeconds.merge(answers.measurements().secondsOf(kind), requests, Double::sum));
        return ServiceTime.mixOf(requestsBySeconds);
    }
}
