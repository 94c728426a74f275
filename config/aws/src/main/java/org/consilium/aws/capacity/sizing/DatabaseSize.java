package org.consilium.aws.capacity.sizing;

/**
 * The database.
 *
 * @param instance of the primary, its standby and its replicas
 * @param replicas that serve reads
 * @param storageGigabytes first size of each disk
 */
public record DatabaseSize(InstanceSize instance, int replicas, int storageGigabytes) {}
