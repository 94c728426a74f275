package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.consilium.review.rule.StaffDay.Usual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about what somebody has done in a day. */
class DayRulesTest {

    /** At least 60 accesses, and more than three times the person's average and the team's. */
    @ParameterizedTest
    @CsvSource({
        // accesses, own, team, found
        "100, 20, 30, true",
        "90, 20, 30, false", // three times the team's
        "100, 40, 20, false", // the person sees many each day
        "59, 1, 1, false", // few
        "60, 0, 19, true", // somebody new
        "60, 0, 20, false",
        "60, 0, 0, true", // nobody knows what is usual
        "61, 20, 0, true" // nobody else is in the team
    })
    void aVolumeIsComparedWithThePersonAndTheTeam(long accesses, double own, double team, boolean found) {
        StaffDay day = new StaffDay(accesses, 0, 0, () -> new Usual(own, team));
        assertThat(new VolumeRule(60, 3).check(day))
                .isEqualTo(Optional.of(Hit.of(Why.MORE_THAN_USUAL, accesses, Math.round(own), Math.round(team)))
                        .filter(hit -> found));
    }

    @Test
    void whatIsUsualIsNotLookedUpWithoutNeed() {
        StaffDay day = new StaffDay(59, 0, 0, () -> {
            throw new AssertionError("looked up");
        });
        assertThat(new VolumeRule(60, 3).check(day)).isEmpty();
    }

    @Test
    void someAccessesAfterHoursAreUsual() {
        DayRule rule = new AfterHoursRule(10);
        assertThat(rule.check(day(200, 9, 0))).isEmpty();
        assertThat(rule.check(day(200, 10, 0))).contains(Hit.of(Why.OUTSIDE_OF_HOURS, 10L));
    }

    @Test
    void someRefusalsAreUsual() {
        DayRule rule = new RefusalsRule(10);
        assertThat(rule.check(day(0, 0, 9))).isEmpty();
        assertThat(rule.check(day(0, 0, 12))).contains(Hit.of(Why.MANY_REFUSALS, 12L));
    }

    private static StaffDay day(long accesses, long afterHours, long refusals) {
        return new StaffDay(accesses, afterHours, refusals, () -> new Usual(0, 0));
    }
}
