package org.consilium.aws.capacity;

/**
 * What may break, and what has to go on.
 *
 * @param zones availability zones that the nodes are spread over, one of which may be lost
 * @param cpuPercentWithoutZone what the nodes that are left may be busy, at the peak hour
 * @param databaseCpuPercent what a database may be busy at a known peak
 * @param mostNodes a larger node type is taken before there are more
 */
public record Resilience(int zones, double cpuPercentWithoutZone, double databaseCpuPercent, int mostNodes) {

    static Resilience read(StrictProperties file) {
        return new Resilience(
                file.count("zones", 2, 6),
                file.number("zone-loss.cpu-percent", 10, 95),
                file.number("database.cpu-percent", 10, 90),
                file.count("fleet.most-nodes", 6, 1000));
    }
}
