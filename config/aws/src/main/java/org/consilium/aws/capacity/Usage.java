package org.consilium.aws.capacity;

/**
 * How many people use it, and for what.
 *
 * @param patients who have an account
 * @param staff who have an account
 * @param consultationsPerDay opened on a mean day
 * @param messagesPerConsultation sent in the course of it, by both sides
 * @param imagesPerConsultation uploaded
 * @param readsPerWrite pages read for each thing sent
 * @param resourcesPerPage files that a page makes a browser ask a node for, with most in its cache
 * @param signInsPerConsultation of patients and staff together
 * @param sessionMinutes from sign-in until the session has expired
 * @param pageKilobytes of a page as sent, with its share of resources
 * @param viewsPerImage how often a rendition of an image is fetched from CloudFront
 * @param viewKilobytes of such a rendition
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

    /** What is sent in a consultation: the ailment itself, messages, images. */
    public double writesPerConsultation() {
        return 1 + messagesPerConsultation + imagesPerConsultation;
    }
}
