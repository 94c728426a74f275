package org.consilium.image.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawing is stored as the page writes it; anything else is refused. */
class DrawingTest {

    private static final String JSON = "[{\"kind\":\"text\",\"points\":[0.5,0.25],\"text\":\"Here\"},"
            + "{\"kind\":\"arrow\",\"points\":[0.0,0.125,1.0,0.75]}]";

    @Test
    void readsWhatItWrites() {
        Drawing drawing = new Drawing(List.of(
                new Shape(Shape.Kind.TEXT, List.of(0.5, 0.25), "Here"),
                new Shape(Shape.Kind.ARROW, List.of(0.0, 0.125, 1.0, 0.75), null)));

        assertThat(Drawing.parse(JSON)).isEqualTo(drawing);
        assertThat(drawing.json()).isEqualTo(JSON);
    }

    /** As scripts write numbers, and earlier versions wrote them. */
    @Test
    void readsNumbersOfAnyForm() {
        assertThat(Drawing.parse("[{\"kind\":\"CIRCLE\",\"points\":[0,1,1e-4,0.00010],\"more\":1}]"))
                .isEqualTo(new Drawing(List.of(new Shape(Shape.Kind.CIRCLE, List.of(0.0, 1.0, 1e-4, 1e-4), null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[",
                "[null]",
                "[{\"more\":{",
                "[{\"more\":[",
                "[5]",
                "[{}]",
                "[{\"kind\":\"square\",\"points\":[0,0]}]",
                "[{\"kind\":\"text\",\"points\":[0,0]}]",
                "[{\"kind\":\"text\",\"text\":\"Here\"}]",
                "[{\"kind\":\"text\",\"points\":[0],\"text\":\"Here\"}]",
                "[{\"kind\":\"text\",\"points\":[0,null],\"text\":\"Here\"}]",
                "[{\"kind\":\"text\",\"points\":[0,\"a\"],\"text\":\"Here\"}]",
                "[{\"kind\":\"text\",\"points\":[0,2],\"text\":\"Here\"}]",
                "[{\"kind\":\"arrow\",\"points\":[0,0,1,1],\"text\":\"Here\"}]"
            })
    void refusesAnythingElse(String json) {
        assertThatThrownBy(() -> Drawing.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLongTexts() {
        assertThatThrownBy(() -> Drawing.parse("[" + " ".repeat(20_000) + "]"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
