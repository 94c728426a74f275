package org.consilium.aws.capacity.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.answers.Answers;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {

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
                "trail.bytes-per-entry=1",
                "storage.years=10");
        assertThat(CapacityPlan.of(answers).database().storageGigabytes()).isEqualTo(457);
    }

    /** In the small hospital, one node in each zone is enough, and everything else has the smallest size. */
    @Test
    void startsSmall() {
        CapacityPlan plan = CapacityPlan.of(Examples.committed());
        assertThat(plan.fleet()).isEqualTo(new FleetSize(3, 3, 6));
        assertThat(List.of(
                        plan.node().nodeType(),
                        plan.database().instance().databaseType(),
                        plan.cache().instance().cacheType()))
                .containsExactly("m7g.large", "db.m7g.large", "cache.m7g.large");
        assertThat(plan.database().replicas()).isEqualTo(1);
        assertThat(plan.cache().replicas()).isEqualTo(1);
        assertThat(plan.database().storageGigabytes()).isEqualTo(100);
    }

    /** A country has the same parts: only numbers and sizes differ. */
    @Test
    void onlySizesChange() {
        CapacityPlan small = CapacityPlan.of(Examples.committed());
        CapacityPlan large = CapacityPlan.of(Examples.country());
        assertThat(large.scheduledActions().stream().map(ScheduledAction::recurrence))
                .containsExactlyElementsOf(small.scheduledActions().stream()
                        .map(ScheduledAction::recurrence)
                        .toList());
        assertThat(vcpus(large)).isGreaterThan(40 * vcpus(small));
        assertThat(large.node()).isNotEqualTo(small.node());
    }

    @Test
    void tenTimesTheUsersNeedTenTimesTheMaximum() {
        CapacityPlan one = CapacityPlan.of(Examples.country("consultations.per-day=100000", "users.patients=3000000"));
        CapacityPlan ten = CapacityPlan.of(Examples.country());
        assertThat((double) vcpus(ten) / vcpus(one)).isBetween(9.5, 10.5);
    }

    /** Long requests need nodes with more processors, even if small nodes could do the work. */
    @Test
    void slowRequestsNeedLargerNodes() {
        assertThat(CapacityPlan.of(Examples.committed("cpu-seconds.image=1"))
                        .node()
                        .nodeType())
                .isNotEqualTo("m7g.large");
    }

    @Test
    void saysWhenOnePrimaryIsTooSmall() {
        assertThatThrownBy(() -> CapacityPlan.of(Examples.country("database.cpu-seconds.write=0.2")))
                .hasMessageContaining("no database type");
        assertThatThrownBy(() -> CapacityPlan.of(Examples.country("cache.megabytes=300000")))
                .hasMessageContaining("no cache type");
        assertThatThrownBy(() -> CapacityPlan.of(Examples.country("storage.years=12")))
                .hasMessageContaining("more than a database may hold");
    }

    private static int vcpus(CapacityPlan plan) {
        return plan.fleet().maximum() * plan.node().vcpus();
    }
}
