package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is cut off is refused, wherever it ends. */
class CompleteJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", " {\"more\":{\"a\":[{}]}} "})
    void letsPassWhatIsWhole(String json) {
        assertThatCode(() -> CompleteJson.check(json)).doesNotThrowAnyException();
        assertThatCode(() -> CompleteJson.check(stream(json))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{\"more\":{",
                "{\"more\":[",
                "{\"more\":{\"a\":{}",
                "[{\"more\":[{}",
                "x",
                "\"x"
            })
    void refusesWhatIsNot(String json) {
        assertThatThrownBy(() -> CompleteJson.check(json)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> CompleteJson.check(stream(json))).isInstanceOf(JsonException.class);
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
