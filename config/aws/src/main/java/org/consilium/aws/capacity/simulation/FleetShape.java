package org.consilium.aws.capacity.simulation;

import org.consilium.aws.capacity.queueing.QueueingDelay;

/**
 * The fleet of a replay.
 *
 * @param zones availability zones that nodes are spread over
 * @param start nodes in service at the start of the day
 * @param maximum size of the group
 * @param minimum size of the group, by the minute
 * @param node the queue for the processors of a node
 */
public record FleetShape(int zones, int start, int maximum, MinimumSchedule minimum, QueueingDelay node) {

    /** CPU-seconds of work that a node does in a second. */
    public int vcpusPerNode() {
        return node.servers();
    }
}
