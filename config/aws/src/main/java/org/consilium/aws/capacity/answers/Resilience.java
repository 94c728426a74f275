package org.consilium.aws.capacity.answers;

/**
 * The failures to survive.
 *
 * @param zones availability zones that nodes are spread over, one of which may fail
 * @param cpuPercentWithoutZone CPU limit of the remaining nodes at the peak hour
 * @param databaseCpuPercent CPU limit of a database at a known peak
 * @param mostNodes most nodes of one type; the next larger type is chosen instead of more
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
