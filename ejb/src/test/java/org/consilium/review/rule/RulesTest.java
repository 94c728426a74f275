package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @Test
    void aHospitalLeavesRulesOut() {
        assertThat(Rules.off("none")).isEmpty();
        assertThat(Rules.off("same-surname, after-hours"))
                .containsExactlyInAnyOrder(RuleName.SAME_SURNAME, RuleName.AFTER_HOURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "surname", "SAME_SURNAME", "same-surname,", "break-glass"})
    void anythingElseIsAMistake(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.off(text));
    }
}
