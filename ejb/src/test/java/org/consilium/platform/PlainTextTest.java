package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service takes text as the door of the pages leaves it, and nothing else, whoever calls it. */
class PlainTextTest {

    private record Texts(
            @PlainText String line, @PlainText(lines = true) String lines) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "<script>alert('x')</script>",
                "'; DROP TABLE message; --",
                "emoji 👩🏽‍⚕️ 🩹",
                "\u202Eright to left\u202C עברית العربية",
                "𝒜 𠜎 four bytes"
            })
    void takesWhatPeopleType(String text) {
        assertThat(violations(text, text)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\ttab", "\n"})
    void takesLinesOnlyWhereTextHasSome(String text) {
        assertThat(violations("line", text)).isZero();
        assertThat(violations(text, "lines")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0007", "\u001B[31m", "\u0085", "\u2028", "\r\n", "half \uD83D", "\uFFFF"})
    void refusesWhatNobodyTypes(String text) {
        assertThat(violations(text, text)).isEqualTo(2);
    }

    private static int violations(String line, String lines) {
        return (isValid("line", line) ? 0 : 1) + (isValid("lines", lines) ? 0 : 1);
    }

    private static boolean isValid(String component, String text) {
        try {
            PlainText.Validator validator = new PlainText.Validator();
            validator.initialize(Texts.class.getDeclaredField(component).getAnnotation(PlainText.class));
            return validator.isValid(text, NoContext.get());
        } catch (NoSuchFieldException missing) {
            throw new AssertionError(missing);
        }
    }
}
