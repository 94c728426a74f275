package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final Rules.Thresholds THRESHOLDS = new Rules.Thresholds(70, 4, 9, 8, Duration.ofMinutes(25));

    @Test
    void aHospitalLeavesRulesOut() {
        assertThat(Rules.off("none")).isEmpty();
        assertThat(Rules.off("same-surname, after-hours"))
                .containsExactlyInAnyOrder(RuleName.SAME_SURNAME, RuleName.AFTER_HOURS);
    }

    @Test
    void haveTheThresholdsOfTheHospital() {
        Rules rules = new Rules(THRESHOLDS, Rules.off("none"));
        assertThat(rules.ofDays()).containsExactly(new VolumeRule(70, 4), new AfterHoursRule(9), new RefusalsRule(8));
        assertThat(rules.ofPlaces()).isEqualTo(new TwoPlacesRule(Duration.ofMinutes(25)));
        assertThat(rules.ofAccesses()).hasSize(6);
    }

    @Test
    void thoseThatAreLeftOutFindNothing() {
        Rules rules = new Rules(THRESHOLDS, Rules.off("own-record, volume, two-places"));
        assertThat(rules.ofDays()).containsExactly(new AfterHoursRule(9), new RefusalsRule(8));
        assertThat(rules.ofPlaces()).isNull();
        assertThat(rules.ofAccesses()).hasSize(5).noneMatch(OwnRecordRule.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "surname", "SAME_SURNAME", "same-surname,", "break-glass"})
    void anythingElseIsAMistake(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.off(text));
    }
}
