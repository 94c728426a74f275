package org.consilium.aws.capacity;

/**
 * The database.
 *
 * @param size of the primary, its standby and its replicas
 * @param replicas that are read from
 * @param storageGigabytes of each
 */
record DatabaseSize(InstanceSize size, int replicas, int storageGigabytes) {}
