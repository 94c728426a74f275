package org.consilium.aws.capacity.sizing;

import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.RequestKind;
import org.consilium.aws.capacity.answers.Trail;

/**
 * The audit trail's part of the database and of the archive: an entry for each page, message, image, and sign-in, and
 * for the end of each session.
 */
public final class TrailRules {

    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double DAYS_PER_YEAR = 365;

    private final Workload workload;
    private final Answers answers;
    private final Trail trail;

    public TrailRules(Workload workload) {
        this.workload = workload;
        answers = workload.answers();
        trail = answers.trail();
    }

    public double entriesPerConsultation() {
        return workload.perConsultation(RequestKind.PAGE)
                + workload.perConsultation(RequestKind.MESSAGE)
                + workload.perConsultation(RequestKind.IMAGE)
                + 2 * workload.perConsultation(RequestKind.SIGN_IN);
    }

    public double entriesPerDay() {
        return answers.usage().consultationsPerDay() * entriesPerConsultation();
    }

    /** At the busiest known peak. */
    public double entriesPerSecond() {
        return workload.consultationsPerSecond(answers.calendar().highestFactor()) * entriesPerConsultation();
    }

    /** That are busy on the primary at the busiest known peak. */
    public double vcpus() {
        return entriesPerSecond() / entriesPerSecondAndVcpu();
    }

    /** The most that a vCPU of the primary adds when it does nothing else. */
    public double entriesPerSecondAndVcpu() {
        return answers.measurements().vcpuSpeed() / trail.entrySeconds();
    }

    /** Into the database's log, at the busiest known peak. */
    public double logMegabytesPerSecond() {
        return entriesPerSecond() * trail.logBytes() / BYTES_PER_MEGABYTE;
    }

    /** Of the days that are in the database. */
    public double onlineGigabytes() {
        return entriesPerDay() * trail.daysOnline() * trail.entryBytes() / BYTES_PER_GIGABYTE;
    }

    /** The pages of today that any entry may change, so that they have to fit in memory. */
    public double hotGigabytes() {
        return entriesPerDay() * trail.randomIndexBytes() / BYTES_PER_GIGABYTE;
    }

    /** Of all years. */
    public double archiveGigabytes() {
        return entriesPerDay() * DAYS_PER_YEAR * trail.years() * trail.archiveBytes() / BYTES_PER_GIGABYTE;
    }
}
