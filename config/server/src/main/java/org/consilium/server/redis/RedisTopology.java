package org.consilium.server.redis;

/** How the Redis servers at the addresses work together. */
public enum RedisTopology {
    /** One server, or a service that replaces its server behind one address. */
    SINGLE,
    /** A primary and replicas that can take its place: ElastiCache with cluster mode off. */
    REPLICATED,
    /** Several primaries, each with a share of the keys: ElastiCache with cluster mode on. */
    CLUSTER
}
