package org.consilium.aws.capacity.simulation;

import org.consilium.aws.capacity.queueing.QueueingDelay;

/**
 * The fleet that is replayed.
 *
 * @param zones availability zones that nodes are spread over
 * @param start nodes in service when the day begins
 * @param maximum nodes that the group may never exceed
 * @param minimum nodes it may never go below, by the minute
 * @param node the queue in front of one node's processors
 */
public record FleetShape(int zones, int start, int maximum, MinimumSchedule minimum, QueueingDelay node) {

    /** CPU-seconds that one node does in a second. */
    public int vcpusPerNode() {
        return node.servers();
    }
}
