package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person has two names, or one. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource({"Ines, Itch, Ines Itch", "'', Suharto, Suharto", "' ', Pelé, Pelé", "\u3164, \u00A0Björk\u3000, Björk"})
    void isShownWithoutAGap(String first, String last, String full) {
        assertThat(PersonName.of(first, last).full()).isEqualTo(full);
    }
}
