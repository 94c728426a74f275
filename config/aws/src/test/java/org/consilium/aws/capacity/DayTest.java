package org.consilium.aws.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 3, 4})
    void aDayHasItsMeanAndItsPeak(double factor) {
        DayCurve curve =
                new DayCurve(Examples.committed("peak-hour.factor=" + factor).calendar());
        double mean =
                IntStream.range(0, 1440).mapToDouble(curve::levelAt).average().orElseThrow();
        double peak = IntStream.range(0, 1440).mapToDouble(curve::levelAt).max().orElseThrow();
        assertThat(mean).isCloseTo(1, within(1e-9));
        assertThat(peak).isCloseTo(factor, within(1e-9));
        assertThat(curve.levelAt(600)).isCloseTo(factor, within(1e-9));
        assertThat(curve.quietest()).isBetween(0.0, 1.0);
    }

    /** Day of the week: 0 is Sunday. */
    @Test
    void writesCronAsAutoScalingTakesIt() {
        Set<Month> winter = Set.of(Month.DECEMBER, Month.JANUARY);
        assertThat(Cron.of(LocalTime.of(7, 5), winter, Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)))
                .isEqualTo("5 7 * 1,12 0,1");
        assertThat(Cron.of(LocalTime.of(17, 0), Set.of(Month.values()), Set.of(DayOfWeek.values())))
                .isEqualTo("0 17 * * *");
    }

    @Test
    void readsItsOwnCron() {
        Cron cron = new Cron("5 7 * 1,12 0,1");
        assertThat(cron.time()).isEqualTo(LocalTime.of(7, 5));
        assertThat(cron.runsOn(Month.DECEMBER, DayOfWeek.SUNDAY)).isTrue();
        assertThat(cron.runsOn(Month.DECEMBER, DayOfWeek.TUESDAY)).isFalse();
        assertThat(cron.runsOn(Month.FEBRUARY, DayOfWeek.SUNDAY)).isFalse();
        assertThatThrownBy(() -> new Cron("5 7 1 * *")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMinimumFollowsTheActionsOfTheDay() {
        ZoneId zone = ZoneId.of("UTC");
        List<ScheduledAction> actions = List.of(
                new ScheduledAction("end", zone, "0 13 * * 1", 3),
                new ScheduledAction("begin", zone, "45 7 * * 1", 9),
                new ScheduledAction("others", zone, "0 6 * * 2", 20));
        ScheduledDay monday = new ScheduledDay(new FleetSize(4, 9, 30), actions, Month.MAY, DayOfWeek.MONDAY);
        assertThat(IntStream.of(0, 464, 465, 779, 780).map(monday::minimumAt)).containsExactly(4, 4, 9, 9, 3);
    }

    /** An autumn peak is in force in autumn only, and its scenario is replayed then. */
    @Test
    void aPeakHasItsMonths() {
        Answers answers = Examples.country("peak.monday.months=oct, nov");
        assertThat(CapacityPlan.of(answers).scheduledActions().get(0).cron()).isEqualTo("45 7 * 10,11 1");
        assertThat(Scenario.MONDAY.month(answers.calendar())).isEqualTo(Month.OCTOBER);
        assertThat(Verdict.of(CapacityPlan.of(answers), Scenario.MONDAY).failures())
                .isEmpty();
    }

    @Test
    void aHospitalNeedNotKnowAnyPeak() {
        String none = Examples.replaced(Examples.text("answers.properties"), "peaks=none")
                .replaceAll("(?m)^peak\\.(monday|weekday)\\..*$", "");
        CapacityPlan plan = CapacityPlan.of(Examples.parsed(none));
        assertThat(plan.scheduledActions()).isEmpty();
        assertThat(Verdict.of(plan, Scenario.MONDAY).failures()).isEmpty();
    }
}
