package org.consilium.image.annotation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/** The shapes that a clinician drew over an image and saved together; the image itself does not change. */
public record Drawing(
        @Size(min = 1, max = Drawing.SHAPES_MAX) List<@Valid Shape> shapes) {

    static final int SHAPES_MAX = 50;

    private static final int JSON_MAX = 20_000;

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
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return new Drawing(reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(Drawing::shape)
                    .toList());
        } catch (JsonException | ClassCastException not) {
            throw new IllegalArgumentException("not a drawing", not);
        }
    }

    private static Shape shape(JsonObject json) {
        JsonArray points = json.containsKey("points") ? json.getJsonArray("points") : JsonArray.EMPTY_JSON_ARRAY;
        return new Shape(
                Shape.Kind.valueOf(json.getString("kind", "").toUpperCase(Locale.ROOT)),
                points.getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::doubleValue)
                        .toList(),
                json.getString("text", null));
    }

    /** The same list as {@link #parse} reads. */
    public String json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        shapes.forEach(shape -> list.add(json(shape)));
        JsonArray array = list.build();
        return array.toString();
    }

    private static JsonObjectBuilder json(Shape shape) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        shape.points().forEach(points::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", shape.kind().name().toLowerCase(Locale.ROOT))
                .add("points", points);
        return shape.text() == null ? json : json.add("text", shape.text());
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
}
