package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the direction of a name, the text around it stays as it is. */
class IsolatedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ines Itch", "\u4E2D\u6587", "O\u2019Brien-3", "e\u0301", ""})
    void aNameFromLeftToRightStaysAsItIs(String name) {
        assertThat(IsolatedText.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u05E9\u05DC\u05D5\u05DD",
                "\u0645\u062D\u0645\u062F 3",
                "\u202Eevil",
                "\u2067open",
                "two\u2069\u2069many",
                "\u202Eone\u2069\u202Etwo",
                "\u200Fmark",
                "\u2066\u2067\u2068deep"
            })
    void anyOtherEndsWhereItEnds(String name) {
        String text = "Hello " + IsolatedText.of(name) + ", 7 days (A)";
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);

        for (int at = text.indexOf(", 7 days"); at < text.length(); at++) {
            assertThat(bidi.getLevelAt(at)).as("%d of %s", at, text).isZero();
        }
    }
}
