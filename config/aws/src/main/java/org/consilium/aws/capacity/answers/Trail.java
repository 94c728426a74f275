package org.consilium.aws.capacity.answers;

/**
 * The audit trail.
 *
 * @param entryBytes of an entry in the database, with its index entries
 * @param randomIndexBytes of it, those in indexes that grow everywhere, and not at their end
 * @param archiveBytes of an entry in a compressed file of the archive
 * @param logBytes that the database writes into its log for an entry
 * @param entrySeconds CPU time of the database for an entry that is added by a statement of its own
 * @param daysOnline in the database; older ones are in the archive
 * @param years in the archive
 * @param keeperMinutes that the daily task takes
 */
public record Trail(
        double entryBytes,
        double randomIndexBytes,
        double archiveBytes,
        double logBytes,
        double entrySeconds,
        double daysOnline,
        double years,
        double keeperMinutes) {

    private static final double MOST_BYTES = 1e5;

    static Trail read(StrictProperties file) {
        return new Trail(
                file.number("trail.bytes-per-entry", 1, MOST_BYTES),
                file.number("trail.random-index-bytes-per-entry", 0, MOST_BYTES),
                file.number("trail.archive-bytes-per-entry", 1, MOST_BYTES),
                file.number("trail.log-bytes-per-entry", 1, MOST_BYTES),
                file.number("database.cpu-seconds.entry", 1e-6, 1),
                file.number("trail.days-online", 1, 2200),
                file.number("trail.years", 6, 100),
                file.number("trail.keeper-minutes", 1, 300));
    }
}
