package org.consilium.aws.capacity.sizing;

/**
 * The cache.
 *
 * @param instance of the primary and its replicas
 * @param replicas copies in other zones, one of which takes over when the primary fails
 */
public record CacheSize(InstanceSize instance, int replicas) {}
