package org.consilium.aws.capacity.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.simulation.Minute;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.DayCurve;
import org.consilium.aws.capacity.sizing.FleetSize;
import org.consilium.aws.capacity.sizing.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final CapacityPlan COUNTRY = CapacityPlan.of(Examples.country());

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void theCommittedPlanHolds(Scenario scenario) {
        assertThat(Verdict.of(CapacityPlan.of(Examples.committed()), scenario).failures())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void thePlanOfACountryHolds(Scenario scenario) {
        Verdict verdict = Verdict.of(COUNTRY, scenario);
        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.highestCpuPercent()).as("the load is felt").isGreaterThan(60);
    }

    @Test
    void aMaximumThatIsTooSmallFails() {
        FleetSize small =
                new FleetSize(COUNTRY.fleet().minimum(), COUNTRY.fleet().desired(), 18);
        Verdict verdict = Verdict.of(Examples.withFleet(COUNTRY, small), Scenario.MONDAY);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.failures())
                .anyMatch(failure ->
                        failure.matches("The busiest known peak: the CPU is above 80 % for \\d+ minutes, where 0"
                                + " are allowed \\(highest: \\d+ % at \\d\\d:\\d\\d\\)"))
                .contains("The busiest known peak: the fleet is at its maximum of 18 nodes and could not grow");
    }

    @Test
    void withoutScheduledActionsTheMondayFails() {
        CapacityPlan unscheduled = Examples.withScheduledActions(COUNTRY, List.of());
        assertThat(Verdict.of(unscheduled, Scenario.MONDAY).failures())
                .anyMatch(failure -> failure.contains("the CPU is above 80 %"))
                .noneMatch(failure -> failure.contains("maximum"));
    }

    @Test
    void withoutScheduledActionsALostZoneFails() {
        CapacityPlan unscheduled = Examples.withScheduledActions(COUNTRY, List.of());
        assertThat(Verdict.of(unscheduled, Scenario.ZONE_LOSS).failures()).isNotEmpty();
        assertThat(Verdict.of(unscheduled, Scenario.DAY).failures()).isEmpty();
    }

    /** A surge may exceed the bounds for the minutes that the answers allow, and no longer. */
    @Test
    void theMinutesOfASurgeAreCounted() {
        Verdict verdict = Verdict.of(COUNTRY, Scenario.VIRAL);
        assertThat(verdict.minutesOutside()).isBetween(3, 15);
        Answers strict = Examples.country("bound.viral.minutes-outside=2");
        assertThat(Verdict.of(CapacityPlan.of(strict), Scenario.VIRAL).failures())
                .anyMatch(failure -> failure.contains("where 2 are allowed"));
    }

    @Test
    void theWaitHasABoundOfItsOwn() {
        Answers hasty = Examples.country("bound.monday.delay-milliseconds=50");
        assertThat(Verdict.of(CapacityPlan.of(hasty), Scenario.MONDAY).failures())
                .anyMatch(failure -> failure.contains("the p99 of the wait for a processor is above 50 ms"))
                .noneMatch(failure -> failure.contains("the CPU"));
    }

    @Test
    void theSameDayIsReplayedTheSameWay() {
        assertThat(Replay.of(COUNTRY, Scenario.VIRAL)).isEqualTo(Replay.of(COUNTRY, Scenario.VIRAL));
    }

    /** By hand: 600 consultations of 247 requests in 86,400 seconds, three times as many at ten o'clock. */
    @Test
    void anOrdinaryDayIsAsTheAnswersSay() {
        double expected = 600.0 * 247 / 86_400 * 3;
        for (Scenario scenario : new Scenario[] {Scenario.DAY, Scenario.ZONE_LOSS}) {
            ScenarioDemand demand = new ScenarioDemand(new Workload(Examples.committed()), scenario);
            assertThat(demand.requestsPerSecond(36_000)).as("%s", scenario).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void aLostZoneTakesItsNodes() {
        List<Minute> minutes = Replay.of(COUNTRY, Scenario.ZONE_LOSS).minutes();
        assertThat(minutes.get(599).nodes()).isEqualTo(18);
        assertThat(minutes.get(600).nodes()).isEqualTo(12);
    }

    /** Ten times the load, ten minutes after it began, on the curve's peak of three times the mean. */
    @Test
    void aSurgeIsTenTimesThePeak() {
        ScenarioDemand demand = new ScenarioDemand(COUNTRY.workload(), Scenario.VIRAL);
        DayCurve curve = new DayCurve(Examples.country().calendar());
        assertThat(demand.loadAt(600) / curve.levelAt(600)).isEqualTo(1);
        assertThat(demand.loadAt(605) / curve.levelAt(605)).isCloseTo(5.5, within(1e-9));
        assertThat(demand.loadAt(610) / curve.levelAt(610)).isCloseTo(10, within(1e-9));
        assertThat(demand.loadAt(671) / curve.levelAt(671)).isBetween(9.0, 9.9);
        assertThat(demand.loadAt(731) / curve.levelAt(731)).isEqualTo(1);
    }

    /** 1.6 × 3 times the mean, ten minutes after the clinic opens at eight, until one. */
    @Test
    void aMondayIsAtItsPeakUntilItIsOver() {
        ScenarioDemand demand = new ScenarioDemand(COUNTRY.workload(), Scenario.MONDAY);
        assertThat(demand.loadAt(480)).isLessThan(2);
        assertThat(demand.loadAt(490)).isCloseTo(4.8, within(1e-9));
        assertThat(demand.loadAt(779)).isCloseTo(4.8, within(1e-9));
        assertThat(demand.loadAt(900)).isLessThan(1);
    }
}
