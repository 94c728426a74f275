package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recovery codes are read as people type them. */
class RecoveryTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01ABC-DEFGH",
                "01abc-defgh",
                "01abcdefgh",
                "  01abc defgh ",
                "01abc\u2013defgh",
                "01abc\u00A0\u2011 defgh",
                "OIabc-defgh",
                "oLabc-defgh",
                "olabc-defgh",
                "oiabc-defgh"
            })
    void areReadInAnySpelling(String typed) {
        assertThat(RecoveryText.read(typed)).contains("01ABCDEFGH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "01ABC-DEFG", "01ABC-DEFGH1", "01ABC-DEFGU", "123456", "\u0661\u0662ABCDEFGH"})
    void areTenCharactersOfTheAlphabet(String typed) {
        assertThat(RecoveryText.read(typed)).isEmpty();
    }

    @Test
    void areShownInTwoGroups() {
        assertThat(RecoveryText.shown("01ABCDEFGH")).isEqualTo("01ABC-DEFGH");
    }

    @Test
    void areReadAsTheyAreShown() {
        assertThat(Stream.generate(RecoveryText::random).limit(1_000))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> {
                    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{10}");
                    assertThat(RecoveryText.read(RecoveryText.shown(code))).contains(code);
                });
    }
}
