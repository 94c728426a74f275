package org.consilium.aws.capacity.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.replay.Verdict;
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
        assertThat(new Recurrence(LocalTime.of(7, 5), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), winter).cron())
                .isEqualTo("5 7 * 1,12 0,1");
        assertThat(new Recurrence(LocalTime.of(17, 0), Set.of(DayOfWeek.values()), Set.of(Month.values())).cron())
                .isEqualTo("0 17 * * *");
    }

    @Test
    void recursOnItsDaysInItsMonths() {
        Recurrence winter = new Recurrence(
                LocalTime.of(7, 5), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), Set.of(Month.DECEMBER, Month.JANUARY));
        assertThat(winter.minuteOfDay()).isEqualTo(7 * 60 + 5);
        assertThat(winter.includes(Month.DECEMBER, DayOfWeek.SUNDAY)).isTrue();
        assertThat(winter.includes(Month.DECEMBER, DayOfWeek.TUESDAY)).isFalse();
        assertThat(winter.includes(Month.FEBRUARY, DayOfWeek.SUNDAY)).isFalse();
    }

    @Test
    void theMinimumFollowsTheActionsOfTheDay() {
        List<ScheduledAction> actions = List.of(
                action(LocalTime.of(13, 0), DayOfWeek.MONDAY, 3),
                action(LocalTime.of(7, 45), DayOfWeek.MONDAY, 9),
                action(LocalTime.of(6, 0), DayOfWeek.TUESDAY, 20));
        ScheduledDay monday = new ScheduledDay(new FleetSize(4, 9, 30), actions, Month.MAY, DayOfWeek.MONDAY);
        assertThat(IntStream.of(0, 464, 465, 779, 780).map(monday::minimumAt)).containsExactly(4, 4, 9, 9, 3);
    }

    private static ScheduledAction action(LocalTime time, DayOfWeek day, int minimum) {
        return new ScheduledAction(
                day + " " + time, ZoneId.of("UTC"), new Recurrence(time, Set.of(day), Set.of(Month.values())), minimum);
    }

    /** A peak in autumn has its actions in autumn only, and its scenario is replayed then. */
    @Test
    void aPeakHasItsMonths() {
        Answers answers = Examples.country("peak.monday.months=oct, nov");
        assertThat(CapacityPlan.of(answers)
                        .scheduledActions()
                        .get(0)
                        .recurrence()
                        .cron())
                .isEqualTo("45 7 * 10,11 1");
        assertThat(Scenario.MONDAY.month(answers.calendar())).isEqualTo(Month.OCTOBER);
        assertThat(Verdict.of(CapacityPlan.of(answers), Scenario.MONDAY).failures())
                .isEmpty();
    }

    @Test
    void aHospitalMayHaveNoKnownPeak() {
        String none = Examples.replaced(Examples.text("answers.properties"), "peaks=none")
                .replaceAll("(?m)^peak\\.(monday|weekday)\\..*$", "");
        CapacityPlan plan = CapacityPlan.of(Examples.parsed(none));
        assertThat(plan.scheduledActions()).isEmpty();
        assertThat(Verdict.of(plan, Scenario.MONDAY).failures()).isEmpty();
    }
}
