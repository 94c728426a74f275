package org.consilium.aws.capacity.sizing;

/**
 * Sizes of general-purpose Graviton instances of the seventh generation, for nodes ({@code m7g}), databases
 * ({@code db.m7g}) and caches ({@code cache.m7g}): "Amazon EC2 M7g instances", "DB instance classes" and "Supported
 * node types" in the AWS documentation. The size with one vCPU is left out, since one photo would block all other
 * requests.
 */
public enum InstanceSize {
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

    public int vcpus() {
        return vcpus;
    }

    public double gibibytes() {
        return gibibytes;
    }

    /** Memory of a cache of this size, including the part that ElastiCache reserves. */
    double cacheGibibytes() {
        return cacheGibibytes;
    }

    public String nodeType() {
        return NODE + code;
    }

    public String databaseType() {
        return DATABASE + code;
    }

    public String cacheType() {
        return CACHE + code;
    }
}
