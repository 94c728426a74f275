package org.consilium.web.image;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.consilium.consultation.BodyPin;
import org.consilium.consultation.SentImage;
import org.consilium.image.ImageId;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of each photo, as the page writes it down: {@code {"<id>":{"text":"…","side":"FRONT","x":500,
 * "y":300}}}, each part of it optional.
 */
final class PhotoNotes {

    private final Map<String, JsonObject> notes = new HashMap<>();

    private PhotoNotes() {}

    /** What cannot be read says nothing: the photos and the message count for more. */
    static PhotoNotes parse(@Nullable String json) {
        PhotoNotes read = new PhotoNotes();
        if (json != null && !json.isBlank()) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                reader.readObject().forEach((id, note) -> {
                    if (note instanceof JsonObject object) {
                        read.notes.put(id, object);
                    }
                });
            } catch (JsonException not) {
                read.notes.clear();
            }
        }
        return read;
    }

    SentImage of(ImageId id) {
        JsonObject note = notes.getOrDefault(id.value(), JsonObject.EMPTY_JSON_OBJECT);
        String text = note.getString("text", "").strip();
        return new SentImage(id, text.isEmpty() ? null : text, pin(note));
    }

    private static @Nullable BodyPin pin(JsonObject note) {
        int x = note.getInt("x", -1);
        int y = note.getInt("y", -1);
        return switch (note.getString("side", "")) {
            case "FRONT" -> new BodyPin(BodyPin.Side.FRONT, x, y);
            case "BACK" -> new BodyPin(BodyPin.Side.BACK, x, y);
            default -> null;
        };
    }
}
