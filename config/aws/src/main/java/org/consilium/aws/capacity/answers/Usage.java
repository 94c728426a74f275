package org.consilium.aws.capacity.answers;

/**
 * How many people use the application, and what they do.
 *
 * @param patients who have an account
 * @param staff who have an account
 * @param consultationsPerDay opened on a mean day
 * @param messagesPerConsultation sent by both sides over its whole course
 * @param imagesPerConsultation uploaded over its whole course
 * @param readsPerWrite pages read for each write
 * @param resourcesPerPage files that a browser requests from a node with a page, with most in its cache
 * @param signInsPerConsultation of patients and staff together
 * @param sessionMinutes from sign-in until the session expires
 * @param pageKilobytes size of a page as sent, including its share of resources
 * @param viewsPerImage how often a rendition of an image is loaded from CloudFront
 * @param viewKilobytes size of such a rendition
 */
public record Usage(
        int patients,
        int staff,
        double consultationsPerDay,
        double messagesPerConsultation,
        double imagesPerConsultation,
        double readsPerWrite,
        double resourcesPerPage,
        double signInsPerConsultation,
        double sessionMinutes,
        double pageKilobytes,
        double viewsPerImage,
        double viewKilobytes) {

    private static final int MOST_PEOPLE = 2_000_000_000;
    private static final double MOST = 1e9;
    private static final double MOST_KILOBYTES = 1e5;

    static Usage read(StrictProperties file) {
        return new Usage(
                file.count("users.patients", 1, MOST_PEOPLE),
                file.count("users.staff", 1, MOST_PEOPLE),
                file.number("consultations.per-day", 1, MOST),
                file.number("consultation.messages", 0, 1000),
                file.number("consultation.images", 0, 1000),
                file.number("reads-per-write", 0, 10_000),
                file.number("page.resources", 0, 100),
                file.number("consultation.sign-ins", 0, 1000),
                file.number("session.minutes", 1, 1440),
                file.number("page.kilobytes", 0.1, MOST_KILOBYTES),
                file.number("image.views", 0, MOST),
                file.number("image.view-kilobytes", 0.1, MOST_KILOBYTES));
    }

    /** The opening message, further messages, and images. */
    public double writesPerConsultation() {
        return 1 + messagesPerConsultation + imagesPerConsultation;
    }
}
