package org.consilium.aws.capacity.answers;

import java.util.EnumMap;
import java.util.Map;

/**
 * The measured cost of requests.
 *
 * @param cpuSeconds CPU time of the application for a request of each kind
 * @param sessionSeconds CPU time that the session in Redis adds to each request, except for resources
 * @param vcpuSpeed speed of a vCPU in the cloud, relative to the processor of the measurements
 * @param databaseReadSeconds CPU time of the database for a page
 * @param databaseWriteSeconds CPU time of the database for a write
 */
public record Measurements(
        Map<RequestKind, Double> cpuSeconds,
        double sessionSeconds,
        double vcpuSpeed,
        double databaseReadSeconds,
        double databaseWriteSeconds) {

    private static final double LEAST = 1e-6;
    private static final double MOST = 60;

    static Measurements read(StrictProperties file) {
        Map<RequestKind, Double> cpuSeconds = new EnumMap<>(RequestKind.class);
        for (RequestKind kind : RequestKind.values()) {
            cpuSeconds.put(kind, file.number("cpu-seconds." + kind.code(), LEAST, MOST));
        }
        return new Measurements(
                Map.copyOf(cpuSeconds),
                file.number("cpu-seconds.session", 0, MOST),
                file.number("vcpu.speed", 0.1, 10),
                file.number("database.cpu-seconds.read", LEAST, MOST),
                file.number("database.cpu-seconds.write", LEAST, MOST));
    }

    /** CPU-seconds on a vCPU in the cloud, including the session. */
    public double secondsOf(RequestKind kind) {
        double measured = cpuSeconds.getOrDefault(kind, 0.0);
        return (kind == RequestKind.RESOURCE ? measured : measured + sessionSeconds) / vcpuSpeed;
    }
}
