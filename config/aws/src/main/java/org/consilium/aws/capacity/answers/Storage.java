package org.consilium.aws.capacity.answers;

/**
 * The data that is stored.
 *
 * @param imageMegabytes size of an uploaded photo
 * @param renditionShare size of all its renditions, relative to the photo
 * @param kilobytesPerConsultation rows and index entries of a consultation in the database, without its audit trail
 * @param kilobytesPerPerson the same for an account
 * @param years of data that the first disk holds; it grows automatically after that
 * @param hotDays consultations of so many days are read often and have to fit in the database's memory
 * @param hotKilobytesPerConsultation the part of a consultation that is read often
 * @param sessionKilobytes session of a signed-in person in Redis
 * @param cacheMegabytes shared cache of all nodes in Redis
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
