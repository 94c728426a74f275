package org.consilium.aws.capacity;

/**
 * What is kept, and how much it is.
 *
 * @param imageMegabytes of a photo as uploaded
 * @param renditionShare all renditions of a photo, against it
 * @param kilobytesPerConsultation rows, index entries and audit trail of a consultation in the database
 * @param kilobytesPerPerson the same of an account
 * @param years that the store is sized for; it grows by itself when they are over
 * @param hotDays whose consultations are looked at, and fit into the database's memory
 * @param hotKilobytesPerConsultation what is looked at of one: all but the audit trail
 * @param sessionKilobytes of a signed-in person in Redis
 * @param cacheMegabytes of what all nodes share in Redis besides
 */
public record Storage(
        double imageMegabytes,
        double renditionShare,
        double kilobytesPerConsultation,
        double kilobytesPerPerson,
        double years,
        double hotDays,
        double hotKilobytesPerConsultation,
        double sessionKilobytes,
        double cacheMegabytes) {

    private static final double MOST = 1e6;

    static Storage read(StrictProperties file) {
        return new Storage(
                file.number("image.megabytes", 0.01, 50),
                file.number("image.renditions-share", 0, 10),
                file.number("database.kilobytes-per-consultation", 0.1, MOST),
                file.number("database.kilobytes-per-person", 0.1, MOST),
                file.number("storage.years", 0.1, 100),
                file.number("database.hot-days", 1, 3650),
                file.number("database.hot-kilobytes-per-consultation", 0.1, MOST),
                file.number("session.kilobytes", 0.1, 1000),
                file.number("cache.megabytes", 0, MOST));
    }
}
