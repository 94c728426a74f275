package org.consilium.image;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody has drawn over an image.
 *
 * @param points fractions of the upright image's width and height in turn, from its upper left: of an arrow its tail
 *     and its head, of a circle its centre and a point on it, of a text its beginning
 * @param text the words of a text; {@code null} for the others
 */
public record Shape(
        @NotNull Kind kind,
        @NotNull List<Double> points,
        @LabelText @Nullable String text) {

    /** What can be drawn. */
    public enum Kind {
        ARROW(4),
        CIRCLE(4),
        TEXT(2);

        private final int numbers;

        Kind(int numbers) {
            this.numbers = numbers;
        }
    }

    public Shape {
        points = List.copyOf(points);
        boolean words = kind == Kind.TEXT;
        if (points.size() != kind.numbers
                || words != (text != null)
                || !points.stream().allMatch(point -> point >= 0 && point <= 1)) {
            throw new IllegalArgumentException("not a shape on an image");
        }
    }
}
