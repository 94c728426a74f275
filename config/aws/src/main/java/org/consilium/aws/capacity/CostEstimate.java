package org.consilium.aws.capacity;

import java.util.List;
import java.util.stream.Stream;

/** Sums up a month: 730 hours, as AWS's own calculator takes it, and the consultations of 365 / 12 days. */
final class CostEstimate {

    private static final double HOURS = 730;
    private static final double DAYS = 365.0 / 12;
    private static final double YEAR = 12;
    /** Of the network: nodes have no other way to services of AWS, and none to the Internet. */
    private static final int ENDPOINTS = 8;

    private static final double NODE_DISK = 20;
    /** Of data, logs, the edge's logs, machine images, and the bakery's logs. */
    private static final double KEYS = 5;
    /** Before the load balancer and before CloudFront. */
    private static final double FIREWALLS = 2;

    private static final double WEEKS = DAYS / 7;
    private static final double BUILD_MINUTES = 45;
    private static final double MEGA = 1e6;
    private static final double THOUSAND = 1000;
    private static final double LOG_KILOBYTES_PER_REQUEST = 0.5;
    private static final double CONNECTIONS_PER_UNIT = 25;
    private static final double REQUESTS_PER_CONNECTION = 10;

    private final Answers answers;
    private final Workload workload;
    private final Prices prices;
    private final double consultations;

    CostEstimate(Answers answers, Prices prices) {
        this.answers = answers;
        this.workload = new Workload(answers);
        this.prices = prices;
        consultations = answers.usage().consultationsPerDay() * DAYS;
    }

    MonthlyCost of(double nodes, InstanceSize node, DatabaseSize database, InstanceSize cache) {
        return new MonthlyCost(Stream.of(
                        nodes(nodes, node.nodeType()),
                        stores(database, cache.cacheType()),
                        images(),
                        traffic(),
                        bakery())
                .flatMap(List::stream)
                .toList());
    }

    private List<CostLine> nodes(double nodes, String type) {
        return List.of(
                hours("Nodes, " + type + ", on average", nodes, prices.of(type)),
                line("Disks of the nodes", nodes * NODE_DISK, "GB", Price.NODE_DISK_GIGABYTE_MONTH),
                hours("Load balancer", 1, prices.of(Price.LOAD_BALANCER_HOUR)),
                hours("Load balancer capacity units", balancerUnits(), prices.of(Price.LOAD_BALANCER_UNIT_HOUR)),
                hours(
                        "Endpoints of AWS services, one a zone",
                        ENDPOINTS * answers.resilience().zones(),
                        prices.of(Price.ENDPOINT_HOUR)));
    }

    private List<CostLine> stores(DatabaseSize database, String cacheType) {
        String type = database.size().databaseType();
        double gigabytes = database.storageGigabytes() * (2.0 + database.replicas());
        return List.of(
                hours("Database primary and its standby, " + type, 2, prices.of(type)),
                hours("Database replicas, " + type, database.replicas(), prices.of(type)),
                line("Disks of the databases", gigabytes, "GB", Price.DATABASE_DISK_GIGABYTE_MONTH),
                hours("Cache, " + cacheType, 1.0 + CacheRules.REPLICAS, prices.of(cacheType)));
    }

    private List<CostLine> images() {
        return List.of(
                line("Images of a year in S3", imageGigabytes() * YEAR, "GB", Price.IMAGE_GIGABYTE_MONTH),
                line("Uploads and renditions", puts() / THOUSAND, "1,000 PUT", Price.IMAGE_THOUSAND_PUTS),
                line("Images from CloudFront", viewGigabytes(), "GB", Price.CLOUDFRONT_GIGABYTE));
    }

    private List<CostLine> traffic() {
        double mails = consultations * (1 + answers.usage().messagesPerConsultation());
        return List.of(
                line("Pages to the internet", pageGigabytes(), "GB", Price.INTERNET_GIGABYTE),
                line("E-mail", mails / THOUSAND, "1,000", Price.MAIL_THOUSAND),
                line("Encryption keys", KEYS, "keys", Price.KEY_MONTH),
                line("Logs", requests() * LOG_KILOBYTES_PER_REQUEST / MEGA, "GB", Price.LOG_GIGABYTE),
                line("Firewalls", FIREWALLS, "lists with rules", Price.FIREWALL_MONTH),
                line("Firewall, requests", requests() / MEGA, "million", Price.FIREWALL_MILLION_REQUESTS));
    }

    /** Where machine images are baked, once a week. */
    private List<CostLine> bakery() {
        return List.of(
                hours("Machine images: the way out", 1, prices.of(Price.WAY_OUT_HOUR)),
                line("Machine images: builds", WEEKS * BUILD_MINUTES, "minutes", Price.BUILD_MINUTE));
    }

    private CostLine hours(String name, double instances, double dollars) {
        return new CostLine(name, instances * HOURS, "hours", dollars);
    }

    private CostLine line(String name, double quantity, String unit, Price price) {
        return new CostLine(name, quantity, unit, prices.of(price));
    }

    private double requests() {
        return consultations * workload.requestsPerConsultation();
    }

    private double pageGigabytes() {
        return consultations
                * workload.perConsultation(RequestKind.PAGE)
                * answers.usage().pageKilobytes()
                / MEGA;
    }

    /**
     * A unit is 25 new connections a second or a gigabyte an hour, whichever is more ("Elastic Load Balancing
     * pricing").
     */
    private double balancerUnits() {
        double connections = workload.requestsPerSecond(1) / REQUESTS_PER_CONNECTION;
        return Math.max(connections / CONNECTIONS_PER_UNIT, pageGigabytes() / HOURS);
    }

    private double imageGigabytes() {
        Storage storage = answers.storage();
        double megabytes = storage.imageMegabytes() * (1 + storage.renditionShare());
        return consultations * answers.usage().imagesPerConsultation() * megabytes / THOUSAND;
    }

    /** The original and three renditions. */
    private double puts() {
        return consultations * answers.usage().imagesPerConsultation() * 4;
    }

    private double viewGigabytes() {
        Usage usage = answers.usage();
        double views = consultations * usage.imagesPerConsultation() * usage.viewsPerImage();
        return views * usage.viewKilobytes() / MEGA;
    }
}
