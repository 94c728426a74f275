package org.consilium.aws.capacity.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for each kind of resource. */
class RulesTest {

    /**
     * 86,400 consultations a day and 4 sign-ins each are 4 a second, at the peak of 3 × 1.6 then 19.2; an hour each
     * makes 69,120 sessions. With 100 KB and half as much again that is 9.89 GiB, and 0.2 shared: more than 3/4 of
     * 12.93.
     */
    @Test
    void countsSessions() {
        Answers answers = Examples.committed("consultations.per-day=86400", "session.kilobytes=100");
        assertThat(new CacheRules(new Workload(answers)).sessions()).isCloseTo(69_120, within(1e-6));
        assertThat(new CacheRules(new Workload(answers)).gibibytes()).isCloseTo(9.888 + 0.195, within(0.001));
        assertThat(CapacityPlan.of(answers).cache().instance().cacheType()).isEqualTo("cache.m7g.2xlarge");
    }

    /**
     * By hand, in milliseconds of the processor of the measurements: 180 × 1.8 + 7 × 3.5 + 2 × 190.1 + 4 × 37.1 + 54 ×
     * 0.2 = 887.9; a vCPU does four fifths of that.
     */
    @Test
    void addsUpAConsultation() {
        Workload workload = new Workload(Examples.committed());
        assertThat(workload.cpuSecondsPerConsultation()).isCloseTo(0.8879 / 0.8, within(1e-9));
        assertThat(workload.requestsPerConsultation()).isEqualTo(247);
        assertThat(workload.serviceTime().meanSeconds()).isCloseTo(0.8879 / 0.8 / 247, within(1e-9));
    }

    /** Ten consultations a second with 20 calls of 40 ms each keep 8 calls in flight. */
    @Test
    void countsCallsInFlight() {
        assertThat(new Dependency("s3", 20, 40).concurrentCalls(10)).isCloseTo(8, within(1e-9));
    }

    /**
     * A country often reads 7 million consultations of 10 KB and as many accounts of 5 KB: 105 GB, and adds 197 million
     * entries of the trail a day, each to indexes of 313 bytes: 61.7 GB, in 3/4 of the memory.
     */
    @Test
    void dataThatIsReadOftenFitsInMemory() {
        assertThat(new DatabaseRules(new Workload(Examples.country())).hotGigabytes())
                .isCloseTo(105 + 61.661, within(1e-6));
        assertThat(CapacityPlan.of(Examples.country()).database().instance().databaseType())
                .isEqualTo("db.m7g.16xlarge");
    }

    /** Tiny sessions of four countries fit in any cache, but their 86,000 commands a second need four vCPUs. */
    @Test
    void theCacheIsLargeEnoughForItsCommands() {
        Answers answers =
                Examples.country("consultations.per-day=4000000", "session.kilobytes=0.1", "cache.megabytes=0");
        assertThat(new CacheRules(new Workload(answers)).commandsPerSecond()).isBetween(85_000.0, 87_000.0);
        assertThat(new CacheRules(new Workload(answers)).size().instance()).isEqualTo(InstanceSize.XLARGE);
    }

    /**
     * By hand: 180 pages, 7 messages, 2 images, and 4 sign-ins with the ends of their sessions are 197 entries, of 600
     * consultations 118,200 a day, and at 4.8 times the mean 6.57 a second. One costs 0.435 ms on a processor of the
     * measurements, of which a vCPU has four fifths: 1,839 a second. 400 days of 731 bytes are 34.6 GB, six years of 88
     * bytes in the archive 22.8 GB.
     */
    @Test
    void countsTheTrail() {
        TrailRules trail = new TrailRules(new Workload(Examples.committed()));
        assertThat(trail.entriesPerConsultation()).isEqualTo(197);
        assertThat(trail.entriesPerSecond()).isCloseTo(118_200.0 / 86_400 * 4.8, within(1e-9));
        assertThat(trail.entriesPerSecondAndVcpu()).isCloseTo(1839.08, within(0.01));
        assertThat(trail.vcpus()).isCloseTo(6.5667 / 1839.08, within(1e-6));
        assertThat(trail.onlineGigabytes()).isCloseTo(34.562, within(1e-3));
        assertThat(trail.archiveGigabytes()).isCloseTo(22.780, within(1e-3));
        assertThat(trail.logMegabytesPerSecond()).isCloseTo(0.00509, within(1e-5));
    }

    /** 10,944 entries a second of a country keep six vCPUs of its primary busy. */
    @Test
    void aCountrysTrailFitsOnePrimary() {
        TrailRules trail = new TrailRules(new Workload(Examples.country()));
        assertThat(trail.entriesPerSecond()).isCloseTo(10_944.4, within(0.1));
        assertThat(trail.vcpus()).isCloseTo(5.951, within(1e-3));
    }

    /** The disk holds the days of the trail that are in the database: 118,200 entries a day, 8,000 bytes each. */
    @Test
    void theDiskHoldsTheTrail() {
        Answers answers = Examples.committed("trail.bytes-per-entry=8000");
        double consultations = 600 * 3 * 365 * 10 / 1e6;
        double people = 20_400 * 5 / 1e6;
        assertThat(CapacityPlan.of(answers).database().storageGigabytes())
                .isEqualTo((int) Math.ceil((consultations + people + 378.24) * 1.25));
    }

    @Test
    void moreLoadNeverNeedsFewerNodes() {
        FleetRules rules = new FleetRules(new Workload(Examples.country()), InstanceSize.XLARGE);
        int before = 0;
        for (double load = 0.01; load < 40; load *= 1.07) {
            int nodes = rules.nodesFor(load);
            assertThat(nodes).as("load %s", load).isGreaterThanOrEqualTo(before);
            before = nodes;
        }
        assertThat(before).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void aLostZoneNeverRaisesCpuAboveTheBound(int zones) {
        Answers answers = Examples.country("zones=" + zones);
        Workload workload = new Workload(answers);
        for (double load = 0.1; load < 20; load *= 1.1) {
            int nodes = new FleetRules(workload, InstanceSize.XLARGE).nodesFor(load);
            int left = nodes - (int) Math.ceil(nodes / (double) zones);
            assertThat(workload.busyVcpus(load) / (left * 4))
                    .as("load %s", load)
                    .isLessThanOrEqualTo(0.85);
            assertThat(nodes).isGreaterThanOrEqualTo(zones);
        }
    }
}
