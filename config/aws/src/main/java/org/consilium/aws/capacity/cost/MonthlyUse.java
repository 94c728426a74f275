package org.consilium.aws.capacity.cost;

import org.consilium.aws.capacity.answers.RequestKind;
import org.consilium.aws.capacity.answers.Storage;
import org.consilium.aws.capacity.answers.Usage;
import org.consilium.aws.capacity.sizing.Workload;

/** What a month's consultations use of everything that AWS charges by use. */
final class MonthlyUse {

    static final double HOURS = 730;
    static final double DAYS = 365.0 / 12;

    private static final double MEGA = 1e6;
    private static final double THOUSAND = 1000;
    private static final double CONNECTIONS_PER_UNIT = 25;
    private static final double REQUESTS_PER_CONNECTION = 10;
    private static final double LOG_KILOBYTES_PER_REQUEST = 0.5;
    /** The original and three renditions. */
    private static final double OBJECTS_PER_IMAGE = 4;

    private final Workload workload;
    private final Usage usage;
    private final double consultations;
    private final double images;

    MonthlyUse(Workload workload) {
        this.workload = workload;
        usage = workload.answers().usage();
        consultations = usage.consultationsPerDay() * DAYS;
        images = consultations * usage.imagesPerConsultation();
    }

    double requests() {
        return consultations * workload.requestsPerConsultation();
    }

    double logGigabytes() {
        return requests() * LOG_KILOBYTES_PER_REQUEST / MEGA;
    }

    double mails() {
        return consultations * (1 + usage.messagesPerConsultation());
    }

    double pageGigabytes() {
        return consultations * workload.perConsultation(RequestKind.PAGE) * usage.pageKilobytes() / MEGA;
    }

    /** A unit is 25 new connections a second or 1 GB an hour, whichever is more ("Elastic Load Balancing pricing"). */
    double balancerUnits() {
        double connections = workload.requestsPerSecond(1) / REQUESTS_PER_CONNECTION;
        return Math.max(connections / CONNECTIONS_PER_UNIT, pageGigabytes() / HOURS);
    }

    /** New images and their renditions. */
    double imageGigabytes() {
        Storage storage = workload.answers().storage();
        return images * storage.imageMegabytes() * (1 + storage.renditionShare()) / THOUSAND;
    }

    double puts() {
        return images * OBJECTS_PER_IMAGE;
    }

    double viewGigabytes() {
        return images * usage.viewsPerImage() * usage.viewKilobytes() / MEGA;
    }
}
