package org.consilium.aws.capacity.report;

import static org.consilium.aws.capacity.report.Figures.say;

import java.util.List;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.sizing.CacheRules;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.DatabaseRules;
import org.consilium.aws.capacity.sizing.TrailRules;

/** The reasons for the sizes of database, cache and disks. */
final class StoreReasons {

    private final CapacityPlan plan;
    private final Answers answers;

    StoreReasons(CapacityPlan plan) {
        this.plan = plan;
        answers = plan.answers();
    }

    List<Reason> all() {
        return List.of(database(), trail(), cache(), storage());
    }

    private Reason database() {
        DatabaseRules database = new DatabaseRules(plan.workload());
        return new Reason(
                "How large is the database?",
                say(
                        "below %s %% CPU; %s GB are read often",
                        answers.resilience().databaseCpuPercent(), database.hotGigabytes()),
                say(
                        "%s, Multi-AZ, replicas: %s",
                        plan.database().instance().databaseType(),
                        plan.database().replicas()),
                say(
                        "Writes keep %s vCPUs of the primary busy, pages %s vCPUs of the replicas. The data that is read"
                                + " often fits in the buffer pool. When a replica fails, the others and the primary"
                                + " serve all reads",
                        database.writeVcpus(), database.readVcpus()));
    }

    private Reason trail() {
        TrailRules trail = new TrailRules(plan.workload());
        return new Reason(
                "What does the audit trail cost?",
                say(
                        "%s entries a consultation; %s bytes each, %s in the archive",
                        trail.entriesPerConsultation(),
                        answers.trail().entryBytes(),
                        answers.trail().archiveBytes()),
                say(
                        "%s GB for %s days in the database, %s GB for %s years in the archive",
                        trail.onlineGigabytes(),
                        answers.trail().daysOnline(),
                        trail.archiveGigabytes(),
                        answers.trail().years()),
                say(
                        "%s entries a second at the peak keep %s vCPUs of the primary busy, as one adds %s a second, and"
                                + " write %s MB a second into its log",
                        trail.entriesPerSecond(),
                        trail.vcpus(),
                        trail.entriesPerSecondAndVcpu(),
                        trail.logMegabytesPerSecond()));
    }

    private Reason cache() {
        CacheRules cache = new CacheRules(plan.workload());
        return new Reason(
                "How large is the cache?",
                say("%s KB a session", answers.storage().sessionKilobytes()),
                say(
                        "%s, replicas: %s",
                        plan.cache().instance().cacheType(), plan.cache().replicas()),
                say(
                        "%s sessions and the shared cache take %s GiB of the three quarters that ElastiCache leaves for"
                                + " data; %s commands a second",
                        cache.sessions(), cache.gibibytes(), cache.commandsPerSecond()));
    }

    private Reason storage() {
        return new Reason(
                "How much is stored?",
                say(
                        "%s KB a consultation, kept for %s years",
                        answers.storage().kilobytesPerConsultation(),
                        answers.storage().years()),
                say("%s GB for the database at first", plan.database().storageGigabytes()),
                "All consultations of these years, all accounts, the audit trail's days, and 25 % more; the disk grows"
                        + " automatically after that");
    }
}
