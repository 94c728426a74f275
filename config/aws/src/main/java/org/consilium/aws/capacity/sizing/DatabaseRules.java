package org.consilium.aws.capacity.sizing;

import java.util.Locale;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.RequestKind;
import org.consilium.aws.capacity.answers.Storage;

/**
 * The size of the database: the primary takes all writes, with the entries of the audit trail, and the replicas serve
 * the pages, at the busiest known peak. The smallest instance wins whose CPU stays below the bound, whose memory holds
 * the data that is read often (InnoDB's buffer pool has three quarters of it: "Best practices for configuring
 * parameters for Amazon RDS for MySQL, part 1"), and that does not need more replicas than RDS allows.
 */
public final class DatabaseRules {

    /** The most that RDS allows for a MySQL instance ("Working with read replicas"). */
    private static final int MOST_REPLICAS = 15;

    private static final double BUFFER_POOL_SHARE = 0.75;
    private static final double KILOBYTES_PER_GIGABYTE = 1e6;
    private static final double DAYS_PER_YEAR = 365;
    private static final int LEAST_STORAGE = 100;
    /** 64 TiB: "Amazon RDS DB instance storage". */
    private static final double MOST_STORAGE = 65_536;

    private static final double STORAGE_HEADROOM = 1.25;
    private static final double PERCENT = 100;

    private final Answers answers;
    private final TrailRules trail;
    private final double writeVcpus;
    private final double readVcpus;

    public DatabaseRules(Workload workload) {
        answers = workload.answers();
        double load = answers.calendar().highestFactor();
        double consultations = workload.consultationsPerSecond(load);
        double writes =
                answers.usage().writesPerConsultation() + answers.usage().signInsPerConsultation();
        trail = new TrailRules(workload);
        writeVcpus = consultations * writes * answers.measurements().databaseWriteSeconds() + trail.vcpus();
        readVcpus = workload.perSecond(RequestKind.PAGE, load)
                * answers.measurements().databaseReadSeconds();
    }

    /**
     * Chooses the size.
     *
     * @throws IllegalStateException if no single primary is large enough
     */
    public DatabaseSize size() {
        for (InstanceSize size : InstanceSize.values()) {
            int replicas = replicas(size);
            boolean quick = writeVcpus <= usable(size) && replicas <= MOST_REPLICAS;
            if (quick && hotGigabytes() <= size.gibibytes() * BUFFER_POOL_SHARE) {
                return new DatabaseSize(size, replicas, storageGigabytes());
            }
        }
        throw new IllegalStateException("no database type is large enough for the writes of one primary");
    }

    public double writeVcpus() {
        return writeVcpus;
    }

    public double readVcpus() {
        return readVcpus;
    }

    /**
     * The data that has to be at hand: recent consultations, the accounts of their people, and the indexes of the audit
     * trail's day.
     */
    public double hotGigabytes() {
        Storage storage = answers.storage();
        double consultations = answers.usage().consultationsPerDay() * storage.hotDays();
        double people = Math.min(people(), consultations);
        return (consultations * storage.hotKilobytesPerConsultation() + people * storage.kilobytesPerPerson())
                        / KILOBYTES_PER_GIGABYTE
                + trail.hotGigabytes();
    }

    /**
     * At least one, so that the smallest hospital has the same parts as the largest. When one replica fails, the others
     * and the spare capacity of the primary have to serve all reads.
     */
    private int replicas(InstanceSize size) {
        int replicas = Math.max(1, (int) Math.ceil(readVcpus / usable(size)));
        double spareOfPrimary = Math.max(0, usable(size) - writeVcpus);
        return (replicas - 1) * usable(size) + spareOfPrimary < readVcpus ? replicas + 1 : replicas;
    }

    private double usable(InstanceSize size) {
        return size.vcpus() * answers.resilience().databaseCpuPercent() / PERCENT;
    }

    private int storageGigabytes() {
        Storage storage = answers.storage();
        double consultations = answers.usage().consultationsPerDay() * storage.years() * DAYS_PER_YEAR;
        double kilobytes = consultations * storage.kilobytesPerConsultation() + people() * storage.kilobytesPerPerson();
        double gigabytes = Math.ceil((kilobytes / KILOBYTES_PER_GIGABYTE + trail.onlineGigabytes()) * STORAGE_HEADROOM);
        if (gigabytes > MOST_STORAGE) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "storage.years of consultations and trail.days-online are more than a database may hold: %,.0f GB",
                    gigabytes));
        }
        return (int) Math.max(LEAST_STORAGE, gigabytes);
    }

    private double people() {
        return (double) answers.usage().patients() + answers.usage().staff();
    }
}
