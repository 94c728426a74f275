package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is what a person can type. */
class PlainTextTest {

    private final PlainText.Validator validator = new PlainText.Validator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two\nlines\r\nand a\ttab",
                "<script>alert('x')</script>",
                "'; DROP TABLE message; --",
                "emoji 👩🏽‍⚕️ 🩹",
                "\u202Eright to left\u202C עברית العربية",
                "𝒜 𠜎 four bytes"
            })
    void takesWhatPeopleType(String text) {
        assertThat(validator.isValid(text, context())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0007", "\u001B[31m", "\u0085", "half \uD83D", "\uFFFF"})
    void refusesWhatNobodyTypes(String text) {
        assertThat(validator.isValid(text, context())).isFalse();
    }

    private static ConstraintValidatorContext context() {
        return (ConstraintValidatorContext) Proxy.newProxyInstance(
                PlainTextTest.class.getClassLoader(),
                new Class<?>[] {ConstraintValidatorContext.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
