package org.consilium.aws.capacity;

/**
 * How large the cache has to be: everybody's session at the busiest known peak, and what all nodes share, in the memory
 * that ElastiCache leaves for data ("Managing reserved memory for Valkey and Redis OSS": 25 % are kept back).
 */
final class CacheRules {

    /** One copy in another zone, which takes over when the primary is lost with its zone. */
    static final int REPLICAS = 1;

    private static final double DATA_SHARE = 0.75;
    /** What Redis needs for a key and a hash besides their bytes. */
    private static final double OVERHEAD = 1.5;

    private static final double KILOBYTES_PER_GIBIBYTE = 1024.0 * 1024;
    private static final double MEGABYTES_PER_GIBIBYTE = 1024;
    private static final double COMMANDS_PER_REQUEST = 2;
    private static final double COMMANDS_PER_VCPU = 25_000;

    private final Answers answers;
    private final Workload workload;

    CacheRules(Answers answers) {
        this.answers = answers;
        this.workload = new Workload(answers);
    }

    /** @throws IllegalStateException if no single primary is large enough */
    InstanceSize size() {
        for (InstanceSize size : InstanceSize.values()) {
            boolean fits = gibibytes() <= size.cacheGibibytes() * DATA_SHARE;
            if (fits && commandsPerSecond() <= size.vcpus() * COMMANDS_PER_VCPU) {
                return size;
            }
        }
        throw new IllegalStateException("no cache type is large enough for one primary");
    }

    /** Signed-in people at the busiest known peak. */
    double sessions() {
        return workload.sessions(answers.calendar().highestFactor());
    }

    double gibibytes() {
        return sessions() * answers.storage().sessionKilobytes() * OVERHEAD / KILOBYTES_PER_GIBIBYTE
                + answers.storage().cacheMegabytes() / MEGABYTES_PER_GIBIBYTE;
    }

    /** Two for each request but resources: the session is read, and written or touched. */
    double commandsPerSecond() {
        double load = answers.calendar().highestFactor();
        return (workload.requestsPerSecond(load) - workload.perSecond(RequestKind.RESOURCE, load))
                * COMMANDS_PER_REQUEST;
    }
}
