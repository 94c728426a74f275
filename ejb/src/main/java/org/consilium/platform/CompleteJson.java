package org.consilium.platform;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.io.StringReader;

/**
 * Checks that a JSON text is whole before JSON Binding reads it. JSON Binding skips properties that it does not know,
 * and the server's parser (Parsson) never returns from skipping a value that is cut off: <code>{"more":{</code> would
 * occupy a thread forever.
 */
public final class CompleteJson {

    private CompleteJson() {}

    /**
     * Checks a text.
     *
     * @throws JsonException when it is not JSON, or ends too early
     */
    public static void check(String json) {
        check(Json.createReader(new StringReader(json)));
    }

    /** The same for a text in UTF-8, 16 or 32; the stream is read and closed. */
    public static void check(InputStream json) {
        check(Json.createReader(json));
    }

    private static void check(JsonReader text) {
        try (text) {
            text.readValue();
        }
    }
}
