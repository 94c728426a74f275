package org.consilium.aws.capacity.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.answers.Answers;
import org.junit.jupiter.api.Test;

/**
 * A hospital that can be worked out in the head. A consultation is one write (no messages, no images) and 9 pages,
 * without sign-ins and resources: 10 requests. A page and a message take 10 ms each on a vCPU as fast as that of the
 * measurements, so that a consultation costs 0.1 s, and waits do not matter.
 *
 * <pre>
 * 8,640,000 consultations a day = 100 per second = 10 busy vCPUs on average, 30 at the peak hour, 48 on Mondays, 300 in
 * a surge
 *
 * At the CPU target, of m7g.large with 2 vCPUs: 30 / (2 × 0.65) = 23.1, so 24; without its largest zone 24 - 8 = 16
 * nodes, which are 30 / 32 = 94 % busy, more than 85. 27 - 9 = 18 are 30 / 36 = 83 %; 26 - 9 = 17 are 88 %. So 27.
 * Mondays: 48 / 1.3 = 37; 37 - 13 = 24: 100 %. 42 - 14 = 28: 86 %. 43 - 15 = 28: 86 %. 44 - 15 = 29: 83 %. So 44.
 * Surge: 300 / 1.3 = 230.8, so 231, more than 2 × 27.
 * Requests: 0.65 × 2 vCPUs ÷ 0.01 s × 60 = 7,800 a minute.
 * </pre>
 */
class WorkedExampleTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void derivesTheFleet() {
        CapacityPlan plan = CapacityPlan.of(hospital());
        assertThat(plan.node().nodeType()).isEqualTo("m7g.large");
        assertThat(plan.fleet().desired()).isEqualTo(27);
        assertThat(plan.fleet().maximum()).isEqualTo(231);
        assertThat(plan.requestsPerNodeAndMinute()).isEqualTo(7800);
        int minimum = plan.fleet().minimum();
        assertThat(plan.scheduledActions())
                .extracting(
                        ScheduledAction::name,
                        ScheduledAction::zone,
                        action -> action.recurrence().cron(),
                        ScheduledAction::minimum)
                .contains(
                        tuple("monday-begin", NEW_YORK, "45 7 * * 1", 44),
                        tuple("weekday-begin", NEW_YORK, "45 7 * * 0,2,3,4,5,6", 27),
                        tuple("monday-end", NEW_YORK, "0 13 * * 1", minimum));
    }

    /**
     * The database on Mondays: 480 consultations per second write once at 1 ms, which keeps 0.48 vCPUs of the primary
     * busy, and read nine pages. Half of db.m7g.large is one vCPU. With 1.27 ms a page, 4,320 pages are 5.49 vCPUs: six
     * replicas; when one fails, five do 5 and the primary 0.52, together 5.52. With 1.28 ms it is 5.53, which needs a
     * seventh.
     */
    @Test
    void countsReplicas() {
        assertThat(CapacityPlan.of(hospital("database.cpu-seconds.read=0.00127"))
                        .database()
                        .replicas())
                .isEqualTo(6);
        assertThat(CapacityPlan.of(hospital("database.cpu-seconds.read=0.00128"))
                        .database()
                        .replicas())
                .isEqualTo(7);
    }

    /**
     * At the peak, 27 nodes carry 18 × 2 vCPUs × 85 % = 30.6 busy vCPUs without a zone, which is 3.06 times the mean of
     * 10.
     */
    @Test
    void tellsHowFarNodesCarry() {
        assertThat(new FleetRules(new Workload(hospital()), InstanceSize.LARGE).loadOf(27))
                .isCloseTo(3.06, within(1e-6));
    }

    /** Without a known peak or surge, the headroom decides the maximum; without headroom, the known peak does. */
    @Test
    void theMaximumHasHeadroom() {
        Answers answers = hospital("viral.factor=1", "peak.monday.factor=1", "fleet.headroom=3");
        assertThat(CapacityPlan.of(answers).fleet().maximum()).isEqualTo(3 * 27);
        Answers monday = hospital("viral.factor=1", "fleet.headroom=1");
        assertThat(CapacityPlan.of(monday).fleet().maximum()).isEqualTo(44);
    }

    /** A tight bound on the wait during a zone loss needs more nodes than the bound on CPU. */
    @Test
    void aShortWaitNeedsMoreNodes() {
        String hasty = "bound.zone-loss.delay-milliseconds=20";
        assertThat(CapacityPlan.of(hospital(hasty)).fleet().desired()).isGreaterThan(27);
    }

    private static Answers hospital(String... changes) {
        String[] own = {
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
            "database.cpu-seconds.write=0.001",
            "database.cpu-seconds.entry=0.000001",
            "trail.bytes-per-entry=1",
            "trail.random-index-bytes-per-entry=0"
        };
        return Examples.parsed(Examples.replaced(Examples.replaced(Examples.text("answers.properties"), own), changes));
    }
}
