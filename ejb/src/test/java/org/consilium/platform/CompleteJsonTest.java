package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are cut off are refused, wherever they end. */
class CompleteJsonTest {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final TypeLiteral<Object> ANYTHING = new TypeLiteral<>() {};
    private static final TypeLiteral<Integer> NUMBER = new TypeLiteral<>() {};

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", " {\"more\":{\"a\":[{}]}} "})
    void acceptsCompleteTexts(String json) {
        assertThatCode(() -> CompleteJson.read(json, ANYTHING, JSON)).doesNotThrowAnyException();
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
    void refusesIncompleteTexts(String json) {
        assertThatThrownBy(() -> CompleteJson.read(json, ANYTHING, JSON)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> CompleteJson.check(stream(json))).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesOtherValuesThanAskedFor() {
        assertThatThrownBy(() -> CompleteJson.read("{\"a\":1}", NUMBER, JSON)).isInstanceOf(JsonException.class);
    }

    @Test
    void cleansTextsHoweverDeepAndHoweverEscaped() {
        String json = "{\"a\":[{\"b\":\"one\\u000Btwo\\u0000\\u0092\\ud83e\u2028three\"},1.50,true,null]}";

        assertThat(CompleteJson.read(json, ANYTHING, JSON)).hasToString("{a=[{b=one two three}, 1.50, true, null]}");
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
