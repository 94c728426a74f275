package org.consilium.image.annotation;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shape that was drawn over an image.
 *
 * @param points x and y in turn, as fractions of the upright image's width and height from its upper left corner: the
 *     tail and the head of an arrow, the center of a circle and a point on it, the start of a text
 * @param text the content of a text; {@code null} for other shapes
 */
public record Shape(
        @NotNull Kind kind,
        @NotNull List<Double> points,
        @LabelText @Nullable String text) {

    /** The kinds of shapes. */
    public enum Kind {
        ARROW(4),
        CIRCLE(4),
        TEXT(2);

        private final int coordinates;

        Kind(int coordinates) {
            this.coordinates = coordinates;
        }
    }

    public Shape {
        points = List.copyOf(points);
        boolean isText = kind == Kind.TEXT;
        if (points.size() != kind.coordinates
                || isText != (text != null)
                || !points.stream().allMatch(point -> point >= 0 && point <= 1)) {
            throw new IllegalArgumentException("not a shape on an image");
        }
    }
}
