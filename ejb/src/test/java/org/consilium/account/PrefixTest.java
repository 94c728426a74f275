package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person types into a search stands for itself. */
class PrefixTest {

    @ParameterizedTest
    @CsvSource({"Mu, Mu%", "' Mu ', Mu%", "100%, 100!%%", "a_b, a!_b%", "a!b, a!!b%", "'', %"})
    void escapesWhatLikeWouldTakeForMore(String typed, String pattern) {
        assertThat(Prefix.of(typed)).isEqualTo(pattern);
    }
}
