package org.consilium.image.annotation;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.consilium.platform.CompleteJson;
import org.jspecify.annotations.Nullable;

/** The shapes that a clinician drew over an image and saved together; the image itself does not change. */
public record Drawing(
        @Size(min = 1, max = Drawing.SHAPES_MAX) List<@Valid Shape> shapes) {

    static final int SHAPES_MAX = 50;

    private static final int JSON_MAX = 20_000;

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withAdapters(new LowercaseKind()));
    private static final TypeLiteral<Shape[]> SHAPES = new TypeLiteral<>() {};

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /**
     * Reads a list such as {@code [{"kind":"text","points":[0.5,0.25],"text":"Here"}]}.
     *
     * @throws IllegalArgumentException if it is not a drawing
     */
    public static Drawing parse(String json) {
        if (json.length() > JSON_MAX) {
            throw new IllegalArgumentException("too long for a drawing");
        }
        try {
            Shape @Nullable [] shapes = CompleteJson.read(json, SHAPES, JSON);
            if (shapes == null || Arrays.asList(shapes).contains(null)) {
                throw new IllegalArgumentException("not a drawing");
            }
            return new Drawing(List.of(shapes));
        } catch (JsonException e) {
            throw new IllegalArgumentException("not a drawing", e);
        }
    }

    /** The same list as {@link #parse} reads. */
    public String json() {
        return JSON.toJson(shapes);
    }

    /** The number of shapes of one kind. */
    public long count(Shape.Kind kind) {
        return shapes.stream().filter(shape -> shape.kind() == kind).count();
    }

    /** The texts that were written on the image. */
    public List<String> texts() {
        return shapes.stream().map(Shape::text).filter(text -> text != null).toList();
    }

    /** Hides the content, which is health information. */
    @Override
    public String toString() {
        return "Drawing";
    }

    /** A kind's name as the scripts of the page write it. */
    private static final class LowercaseKind implements JsonbAdapter<Shape.Kind, String> {

        @Override
        public String adaptToJson(Shape.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Shape.Kind adaptFromJson(String name) {
            return Shape.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
