package org.consilium.aws.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * A hospital that can be counted in the head. A consultation is one thing sent (no messages, no images), of which 9
     * pages are read, without sign-ins and resources: 10 requests. A page and a message take 10 ms each on a vCPU as
     * fast as the one that it was measured on, so that a consultation costs 0.1 s, and waits are no concern.
     *
     * <pre>
     * 8,640,000 consultations a day = 100 a second = 10 busy vCPUs on average, 30 at the peak hour, 48 on Mondays, 300 when
     * it goes viral
     *
     * At the CPU target, of m7g.large with 2 vCPUs: 30 / (2 × 0.65) = 23.1, so 24; without its largest zone 24 - 8 = 16
     * nodes, which are 30 / 32 = 94 % busy, more than 85. 27 - 9 = 18 are 30 / 36 = 83 %; 26 - 9 = 17 are 88 %. So 27.
     * Mondays: 48 / 1.3 = 37; 37 - 13 = 24: 100 %. 42 - 14 = 28: 86 %. 43 - 15 = 28: 86 %. 44 - 15 = 29: 83 %. So 44.
     * Viral: 300 / 1.3 = 230.8, so 231, more than 2 × 27.
     * Requests: 0.65 × 2 vCPUs ÷ 0.01 s × 60 = 7,800 a minute.
     * </pre>
     */
    @Test
    void isTheWorkedExample() {
        CapacityPlan plan = CapacityPlan.of(inTheHead());
        assertThat(plan.nodeType()).isEqualTo("m7g.large");
        assertThat(plan.fleet().desired()).isEqualTo(27);
        assertThat(plan.fleet().maximum()).isEqualTo(231);
        assertThat(plan.requestsPerNodeAndMinute()).isEqualTo(7800);
        assertThat(plan.scheduledActions())
                .contains(
                        new ScheduledAction("monday-begin", NEW_YORK, "45 7 * * 1", 44),
                        new ScheduledAction("weekday-begin", NEW_YORK, "45 7 * * 0,2,3,4,5,6", 27),
                        new ScheduledAction(
                                "monday-end",
                                NEW_YORK,
                                "0 13 * * 1",
                                plan.fleet().minimum()));
    }

    /**
     * The same on Mondays, in the database: 480 consultations a second write once at 1 ms, which is 0.48 vCPUs of the
     * primary, and read nine pages. Half of db.m7g.large is one vCPU. With 1.27 ms a page, 4,320 pages are 5.49 vCPUs:
     * six replicas; with one lost, five do 5 and the primary 0.52, together 5.52. With 1.28 ms it is 5.53, and a
     * seventh is needed.
     */
    @Test
    void countsReplicas() {
        assertThat(CapacityPlan.of(inTheHead("database.cpu-seconds.read=0.00127"))
                        .replicas())
                .isEqualTo(6);
        assertThat(CapacityPlan.of(inTheHead("database.cpu-seconds.read=0.00128"))
                        .replicas())
                .isEqualTo(7);
    }

    /**
     * 1,000 consultations a day of 100 KB for 10 years are 365 GB; two people of 1 MB are nothing; a quarter more: 457.
     */
    @Test
    void countsStorage() {
        Answers answers = Examples.committed(
                "users.patients=1",
                "users.staff=1",
                "consultations.per-day=1000",
                "database.kilobytes-per-consultation=100",
                "database.kilobytes-per-person=1000",
                "storage.years=10");
        assertThat(CapacityPlan.of(answers).databaseStorageGigabytes()).isEqualTo(457);
    }

    /** The small hospital: one node in each zone does it all, and the rest is the smallest of its kind. */
    @Test
    void startsSmall() {
        CapacityPlan plan = CapacityPlan.of(Examples.committed());
        assertThat(plan.fleet()).isEqualTo(new FleetSize(3, 3, 6));
        assertThat(List.of(plan.nodeType(), plan.databaseType(), plan.cacheType()))
                .containsExactly("m7g.large", "db.m7g.large", "cache.m7g.large");
        assertThat(plan.replicas()).isEqualTo(1);
        assertThat(plan.cacheReplicas()).isEqualTo(1);
        assertThat(plan.databaseStorageGigabytes()).isEqualTo(100);
    }

    /** A country has the same parts: only numbers and sizes differ. */
    @Test
    void onlySizesChange() {
        CapacityPlan small = CapacityPlan.of(Examples.committed());
        CapacityPlan large = CapacityPlan.of(Examples.country());
        assertThat(large.scheduledActions().stream().map(ScheduledAction::cron))
                .containsExactlyElementsOf(small.scheduledActions().stream()
                        .map(ScheduledAction::cron)
                        .toList());
        assertThat(large.cost().lines().stream().map(CostLine::unit))
                .containsExactlyElementsOf(
                        small.cost().lines().stream().map(CostLine::unit).toList());
        assertThat(vcpus(large)).isGreaterThan(40 * vcpus(small));
        assertThat(large.nodeType()).isNotEqualTo(small.nodeType());
    }

    /**
     * The same hospital, at the peak: 27 nodes carry 18 × 2 vCPUs × 85 % = 30.6 busy vCPUs with a zone lost, and that
     * is 3.06 times the mean of 10.
     */
    @Test
    void tellsHowFarNodesCarry() {
        assertThat(new FleetRules(inTheHead(), InstanceSize.LARGE).loadOf(27)).isCloseTo(3.06, within(1e-6));
    }

    @Test
    void tenTimesTheUsersNeedTenTimesTheMaximum() {
        CapacityPlan one = CapacityPlan.of(Examples.country("consultations.per-day=100000", "users.patients=3000000"));
        CapacityPlan ten = CapacityPlan.of(Examples.country());
        assertThat((double) vcpus(ten) / vcpus(one)).isBetween(9.5, 10.5);
    }

    /** Requests that take long make a node with more processors necessary, though fewer of them would do the work. */
    @Test
    void slowRequestsNeedLargerNodes() {
        assertThat(CapacityPlan.of(Examples.committed("cpu-seconds.image=1")).nodeType())
                .isNotEqualTo("m7g.large");
    }

    @Test
    void saysWhenOnePrimaryIsTooSmall() {
        assertThatThrownBy(() -> CapacityPlan.of(Examples.country("database.cpu-seconds.write=0.2")))
                .hasMessageContaining("no database type");
        assertThatThrownBy(() -> CapacityPlan.of(Examples.country("cache.megabytes=300000")))
                .hasMessageContaining("no cache type");
        assertThatThrownBy(() -> CapacityPlan.of(Examples.country("storage.years=5")))
                .hasMessageContaining("more than a database may hold");
    }

    /** Without a known peak or surge, the headroom alone makes the maximum; without headroom, the known peak. */
    @Test
    void theMaximumHasHeadroom() {
        Answers answers = inTheHead("viral.factor=1", "peak.monday.factor=1", "fleet.headroom=3");
        assertThat(CapacityPlan.of(answers).fleet().maximum()).isEqualTo(3 * 27);
        Answers monday = inTheHead("viral.factor=1", "fleet.headroom=1");
        assertThat(CapacityPlan.of(monday).fleet().maximum()).isEqualTo(44);
    }

    /** A bound on the wait without the zone needs more nodes than CPU alone does. */
    @Test
    void aShortWaitNeedsMoreNodes() {
        String hasty = "bound.zone-loss.delay-milliseconds=20";
        assertThat(CapacityPlan.of(inTheHead(hasty)).fleet().desired()).isGreaterThan(27);
    }

    private static Answers inTheHead(String... changes) {
        String[] head = {
            "consultations.per-day=8640000",
            "consultation.messages=0",
            "consultation.images=0",
            "consultation.sign-ins=0",
            "reads-per-write=9",
            "page.resources=0",
            "cpu-seconds.page=0.01",
            "cpu-seconds.message=0.01",
            "cpu-seconds.session=0",
            "vcpu.speed=1",
            "fleet.most-nodes=1000",
            "storage.years=0.1",
            "database.hot-days=1",
            "database.hot-kilobytes-per-consultation=0.1",
            "database.kilobytes-per-person=0.1",
            "database.kilobytes-per-consultation=1",
            "database.cpu-seconds.write=0.001"
        };
        return Examples.parsed(
                Examples.replaced(Examples.replaced(Examples.text("answers.properties"), head), changes));
    }

    private static int vcpus(CapacityPlan plan) {
        return plan.fleet().maximum() * InstanceSize.ofNodeType(plan.nodeType()).vcpus();
    }
}
