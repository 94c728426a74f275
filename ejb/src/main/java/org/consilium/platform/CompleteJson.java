package org.consilium.platform;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
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
     * Reads a value; null for the JSON text {@code null}.
     *
     * @throws JsonException if the text is not JSON, ends too early, or has no value of the type
     */
    public static <T> @Nullable T read(String text, TypeLiteral<T> type, Jsonb binding) {
        check(Json.createReader(new StringReader(text)));
        try {
            return binding.fromJson(text, type.getType());
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
}
