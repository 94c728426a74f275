package org.consilium.aws.capacity;

import java.util.Arrays;

/**
 * The sizes of the seventh generation of general-purpose instances with Graviton processors, in which nodes
 * ({@code m7g}), databases ({@code db.m7g}) and caches ({@code cache.m7g}) come: "Amazon EC2 M7g instances", "DB
 * instance classes", "Supported node types" of the AWS documentation. The smallest with one vCPU is left out: on it,
 * one photo would hold up everybody.
 */
enum InstanceSize {
    LARGE("large", 2, 8, 6.38),
    XLARGE("xlarge", 4, 16, 12.93),
    XLARGE_2("2xlarge", 8, 32, 26.04),
    XLARGE_4("4xlarge", 16, 64, 52.26),
    XLARGE_8("8xlarge", 32, 128, 103.68),
    XLARGE_12("12xlarge", 48, 192, 157.12),
    XLARGE_16("16xlarge", 64, 256, 209.55);

    private static final String NODE = "m7g.";
    private static final String DATABASE = "db.m7g.";
    private static final String CACHE = "cache.m7g.";

    private final String code;
    private final int vcpus;
    private final double gibibytes;
    private final double cacheGibibytes;

    InstanceSize(String code, int vcpus, double gibibytes, double cacheGibibytes) {
        this.code = code;
        this.vcpus = vcpus;
        this.gibibytes = gibibytes;
        this.cacheGibibytes = cacheGibibytes;
    }

    int vcpus() {
        return vcpus;
    }

    double gibibytes() {
        return gibibytes;
    }

    /** What ElastiCache leaves for data and its own needs. */
    double cacheGibibytes() {
        return cacheGibibytes;
    }

    String nodeType() {
        return NODE + code;
    }

    String databaseType() {
        return DATABASE + code;
    }

    String cacheType() {
        return CACHE + code;
    }

    static InstanceSize ofNodeType(String type) {
        return Arrays.stream(values())
                .filter(size -> size.nodeType().equals(type))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no node type " + type));
    }
}
