package org.consilium.platform;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.InputStream;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from outside, which is checked to be complete before it is bound. JSON Binding skips properties that it
 * does not know, and the server's parser (Parsson) never returns from skipping a value that is cut off: <code>{"more":{
 * </code> would occupy a thread forever.
 */
public final class CompleteJson {

    private CompleteJson() {}

    /**
     * Reads a value; null for the JSON text {@code null}. Its texts come from fields of one line, and are cleaned like
     * those of forms.
     *
     * @throws JsonException if the text is not JSON, ends too early, or has no value of the type
     */
    public static <T> @Nullable T read(String text, TypeLiteral<T> type, Jsonb binding) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            String clean = clean(reader.readValue()).toString();
            return binding.fromJson(clean, type.getType());
        } catch (JsonbException e) {
            throw new JsonException("no " + type, e);
        }
    }

    /**
     * Checks a text in UTF-8, 16 or 32, which is then bound by others; reads and closes the stream.
     *
     * @throws JsonException if the text is not JSON, or ends too early
     */
    public static void check(InputStream text) {
        check(Json.createReader(text));
    }

    private static void check(JsonReader text) {
        try (text) {
            text.readValue();
        }
    }

    private static JsonValue clean(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Json.createValue(TypedText.cleanLine(((JsonString) value).getString()));
            case ARRAY -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                value.asJsonArray().forEach(element -> array.add(clean(element)));
                yield array.build();
            }
            case OBJECT -> {
                JsonObjectBuilder object = Json.createObjectBuilder();
                value.asJsonObject().forEach((name, member) -> object.add(name, clean(member)));
                yield object.build();
            }
            default -> value;
        };
    }
}
