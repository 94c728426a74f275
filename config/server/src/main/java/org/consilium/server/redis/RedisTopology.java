package org.consilium.server.redis;

/** How the Redis servers behind the addresses belong together. */
public enum RedisTopology {
    /** One server, or an address behind which the service itself exchanges it. */
    SINGLE,
    /** A primary and its replicas, of which one may take its place: ElastiCache with cluster mode off. */
    REPLICATED,
    /** Several primaries that share the keys: ElastiCache with cluster mode on. */
    CLUSTER
}
