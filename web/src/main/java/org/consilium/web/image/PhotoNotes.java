package org.consilium.web.image;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consilium.consultation.BodyPin;
import org.consilium.consultation.SentImage;
import org.consilium.image.ImageId;
import org.consilium.platform.CompleteJson;
import org.jspecify.annotations.Nullable;

/**
 * The sender's notes about photos, as the page's scripts write them: {@code {"<id>":{"text":"…","side":"FRONT",
 * "x":500,"y":300}}}, each part optional.
 */
final class PhotoNotes {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final TypeLiteral<Map<String, Note>> NOTES = new TypeLiteral<>() {};

    private static final int MISSING = -1;

    private final Map<String, Note> notes;

    private PhotoNotes(Map<String, Note> notes) {
        this.notes = notes;
    }

    /** One photo's text and place on the body. */
    public record Note(
            @Nullable String text,
            BodyPin.@Nullable Side side,
            @Nullable Integer x,
            @Nullable Integer y) {

        private SentImage of(ImageId id) {
            return SentImage.of(id, text, pin());
        }

        private @Nullable BodyPin pin() {
            return side == null
                    ? null
                    : new BodyPin(side, Objects.requireNonNullElse(x, MISSING), Objects.requireNonNullElse(y, MISSING));
        }
    }

    /** Notes that cannot be read are dropped: the photos and the message matter more. */
    static PhotoNotes parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return new PhotoNotes(Map.of());
        }
        try {
            Map<String, Note> notes = CompleteJson.read(json, NOTES, JSON);
            return new PhotoNotes(notes == null ? Map.of() : notes);
        } catch (JsonException unreadable) {
            return new PhotoNotes(Map.of());
        }
    }

    SentImage of(ImageId id) {
        return Optional.ofNullable(notes.get(id.value()))
                .map(note -> note.of(id))
                .orElseGet(() -> SentImage.of(id));
    }
}
