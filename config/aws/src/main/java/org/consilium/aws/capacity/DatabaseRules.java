package org.consilium.aws.capacity;

/**
 * How large the database has to be: the primary takes every write, and replicas the pages, at the busiest known peak.
 * The smallest size is taken of which the primary stays below its CPU bound, whose memory holds what is looked at these
 * days (InnoDB's buffer pool is three quarters of it: "Best practices for configuring parameters for Amazon RDS for
 * MySQL, part 1"), and of which there are no more replicas than RDS allows.
 */
final class DatabaseRules {

    /** "Working with read replicas": up to 15 of one MySQL instance. */
    static final int MOST_REPLICAS = 15;

    private static final double BUFFER_POOL_SHARE = 0.75;
    private static final double KILOBYTES_PER_GIGABYTE = 1e6;
    private static final double DAYS_PER_YEAR = 365;
    private static final int LEAST_STORAGE = 100;
    /** 64 TiB: "Amazon RDS DB instance storage". */
    private static final double MOST_STORAGE = 65_536;

    private static final double STORAGE_HEADROOM = 1.25;
    private static final double PERCENT = 100;

    private final Answers answers;
    private final double writeVcpus;
    private final double readVcpus;

    DatabaseRules(Answers answers) {
        this.answers = answers;
        Workload workload = new Workload(answers);
        double load = answers.calendar().highestFactor();
        double consultations = workload.consultationsPerSecond(load);
        double writes =
                answers.usage().writesPerConsultation() + answers.usage().signInsPerConsultation();
        writeVcpus = consultations * writes * answers.measurements().databaseWriteSeconds();
        readVcpus = workload.perSecond(RequestKind.PAGE, load)
                * answers.measurements().databaseReadSeconds();
    }

    /** @throws IllegalStateException if no single primary is large enough */
    DatabaseSize size() {
        for (InstanceSize size : InstanceSize.values()) {
            int replicas = replicas(size);
            boolean quick = writeVcpus <= usable(size) && replicas <= MOST_REPLICAS;
            if (quick && hotGigabytes() <= size.gibibytes() * BUFFER_POOL_SHARE) {
                return new DatabaseSize(size, replicas, storageGigabytes());
            }
        }
        throw new IllegalStateException("no database type is large enough for the writes of one primary");
    }

    double writeVcpus() {
        return writeVcpus;
    }

    double readVcpus() {
        return readVcpus;
    }

    /** What is looked at of the consultations of the last days, and the accounts of those whose they are. */
    double hotGigabytes() {
        Storage storage = answers.storage();
        double consultations = answers.usage().consultationsPerDay() * storage.hotDays();
        double people = Math.min(people(), consultations);
        return (consultations * storage.hotKilobytesPerConsultation() + people * storage.kilobytesPerPerson())
                / KILOBYTES_PER_GIGABYTE;
    }

    /**
     * At least one, so that the smallest hospital is built as the largest is; and with one lost, with its zone, the
     * others and what the primary has left do the reading.
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
        double gigabytes = Math.ceil(kilobytes / KILOBYTES_PER_GIGABYTE * STORAGE_HEADROOM);
        if (gigabytes > MOST_STORAGE) {
            throw new IllegalStateException("storage.years of consultations are more than a database may hold: "
                    + Figures.of(gigabytes) + " GB");
        }
        return (int) Math.max(LEAST_STORAGE, gigabytes);
    }

    private double people() {
        return (double) answers.usage().patients() + answers.usage().staff();
    }
}
