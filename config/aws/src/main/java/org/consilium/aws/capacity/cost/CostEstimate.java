package org.consilium.aws.capacity.cost;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.aws.capacity.sizing.AwsService;
import org.consilium.aws.capacity.sizing.CacheSize;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.DatabaseSize;
import org.consilium.aws.capacity.sizing.TrailRules;

/** Estimates the cost of a month, which has 730 hours, as in the AWS Pricing Calculator, and 365 / 12 days. */
public final class CostEstimate {

    private static final double YEAR = 12;
    /** For data, logs, seals, logs of the edge, machine images, and logs of the bakery. */
    private static final double KEYS = 6;
    /** For the load balancer and CloudFront. */
    private static final double FIREWALLS = 2;

    private static final double WEEKS = MonthlyUse.DAYS / 7;
    private static final double BUILD_MINUTES = 45;
    private static final double MEGA = 1e6;
    private static final double THOUSAND = 1000;
    private static final double MINUTES = 60;
    private static final double SEALS = MonthlyUse.HOURS * 360;

    private final CapacityPlan plan;
    private final MonthlyUse use;
    private final Prices prices;

    private CostEstimate(CapacityPlan plan, Prices prices) {
        this.plan = plan;
        this.prices = prices;
        use = new MonthlyUse(plan.workload());
    }

    /** Estimates what a plan costs. */
    public static MonthlyCost of(CapacityPlan plan, Prices prices) {
        CostEstimate estimate = new CostEstimate(plan, prices);
        return new MonthlyCost(Stream.of(
                        estimate.nodes(),
                        estimate.stores(),
                        estimate.images(),
                        estimate.traffic(),
                        estimate.trail(),
                        estimate.bakery())
                .flatMap(List::stream)
                .toList());
    }

    private List<CostLine> nodes() {
        double nodes = new MeanFleet(plan).nodes();
        String type = plan.node().nodeType();
        double endpoints = (double) AwsService.values().length
                * plan.answers().resilience().zones();
        return List.of(
                hours("Nodes, " + type + ", on average", nodes, prices.of(type)),
                line(
                        "Disks of the nodes",
                        nodes * CapacityPlan.NODE_DISK_GIGABYTES,
                        "GB",
                        Price.NODE_DISK_GIGABYTE_MONTH),
                hours("Load balancer", 1, prices.of(Price.LOAD_BALANCER_HOUR)),
                hours("Load balancer capacity units", use.balancerUnits(), prices.of(Price.LOAD_BALANCER_UNIT_HOUR)),
                hours("Endpoints of AWS services, one per zone", endpoints, prices.of(Price.ENDPOINT_HOUR)));
    }

    private List<CostLine> stores() {
        DatabaseSize database = plan.database();
        CacheSize cache = plan.cache();
        String databaseType = database.instance().databaseType();
        String cacheType = cache.instance().cacheType();
        double gigabytes = database.storageGigabytes() * (2.0 + database.replicas());
        return List.of(
                hours("Database primary and its standby, " + databaseType, 2, prices.of(databaseType)),
                hours("Database replicas, " + databaseType, database.replicas(), prices.of(databaseType)),
                line("Disks of the databases", gigabytes, "GB", Price.DATABASE_DISK_GIGABYTE_MONTH),
                hours("Cache, " + cacheType, 1.0 + cache.replicas(), prices.of(cacheType)));
    }

    private List<CostLine> images() {
        return List.of(
                line("Images of a year in S3", use.imageGigabytes() * YEAR, "GB", Price.IMAGE_GIGABYTE_MONTH),
                line("Uploads and renditions", use.puts() / THOUSAND, "1,000 PUT", Price.IMAGE_THOUSAND_PUTS),
                line("Images from CloudFront", use.viewGigabytes(), "GB", Price.CLOUDFRONT_GIGABYTE));
    }

    private List<CostLine> traffic() {
        return List.of(
                line("Pages to the internet", use.pageGigabytes(), "GB", Price.INTERNET_GIGABYTE),
                line("E-mail", use.mails() / THOUSAND, "1,000", Price.MAIL_THOUSAND),
                line("Encryption keys", KEYS, "keys", Price.KEY_MONTH),
                line("Logs", use.logGigabytes(), "GB", Price.LOG_GIGABYTE),
                line("Firewalls", FIREWALLS, "lists with rules", Price.FIREWALL_MONTH),
                line("Firewall, requests", use.requests() / MEGA, "million", Price.FIREWALL_MILLION_REQUESTS));
    }

    private List<CostLine> trail() {
        double minutes = MonthlyUse.DAYS * plan.answers().trail().keeperMinutes();
        return List.of(
                line(
                        "Archive of the audit trail, of all years",
                        new TrailRules(plan.workload()).archiveGigabytes(),
                        "GB",
                        Price.ARCHIVE_GIGABYTE_MONTH),
                new CostLine("Keeper of the audit trail", minutes / MINUTES, "hours", prices.of(Price.KEEPER_HOUR)),
                line("Seals, one in ten seconds", SEALS / THOUSAND, "1,000 signatures", Price.SIGNATURE_THOUSAND));
    }

    /** Machine images are built once a week. */
    private List<CostLine> bakery() {
        return List.of(
                hours("Machine images: NAT gateway", 1, prices.of(Price.NAT_GATEWAY_HOUR)),
                line("Machine images: builds", WEEKS * BUILD_MINUTES, "minutes", Price.BUILD_MINUTE));
    }

    private CostLine hours(String name, double instances, double dollars) {
        return new CostLine(name, instances * MonthlyUse.HOURS, "hours", dollars);
    }

    private CostLine line(String name, double quantity, String unit, Price price) {
        return new CostLine(name, quantity, unit, prices.of(price));
    }
}
