package org.consilium.aws.capacity.sizing;

import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.RequestKind;

/**
 * The size of the cache: all sessions at the busiest known peak and the shared cache have to fit in the memory that
 * ElastiCache leaves for data (it reserves 25 %: "Managing reserved memory for Valkey and Redis OSS").
 */
public final class CacheRules {

    /** One copy in another zone, which takes over when the primary fails with its zone. */
    private static final int REPLICAS = 1;

    private static final double DATA_SHARE = 0.75;
    /** Memory that Redis takes for a key and a hash, relative to their bytes. */
    private static final double OVERHEAD = 1.5;

    private static final double KILOBYTES_PER_GIBIBYTE = 1024.0 * 1024;
    private static final double MEGABYTES_PER_GIBIBYTE = 1024;
    private static final double COMMANDS_PER_REQUEST = 2;
    private static final double COMMANDS_PER_VCPU = 25_000;

    private final Answers answers;
    private final Workload workload;

    public CacheRules(Workload workload) {
        this.answers = workload.answers();
        this.workload = workload;
    }

    /**
     * Chooses the size.
     *
     * @throws IllegalStateException if no single primary is large enough
     */
    CacheSize size() {
        for (InstanceSize size : InstanceSize.values()) {
            boolean fits = gibibytes() <= size.cacheGibibytes() * DATA_SHARE;
            if (fits && commandsPerSecond() <= size.vcpus() * COMMANDS_PER_VCPU) {
                return new CacheSize(size, REPLICAS);
            }
        }
        throw new IllegalStateException("no cache type is large enough for one primary");
    }

    /** Signed-in people at the busiest known peak. */
    public double sessions() {
        return workload.sessions(answers.calendar().highestFactor());
    }

    public double gibibytes() {
        return sessions() * answers.storage().sessionKilobytes() * OVERHEAD / KILOBYTES_PER_GIBIBYTE
                + answers.storage().cacheMegabytes() / MEGABYTES_PER_GIBIBYTE;
    }

    /** Two for each request but those for resources: the session is read, then written or touched. */
    public double commandsPerSecond() {
        double load = answers.calendar().highestFactor();
        return (workload.requestsPerSecond(load) - workload.perSecond(RequestKind.RESOURCE, load))
                * COMMANDS_PER_REQUEST;
    }
}
