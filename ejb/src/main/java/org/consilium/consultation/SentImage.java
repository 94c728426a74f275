package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.consilium.image.ImageId;
import org.consilium.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * An image that was uploaded for a message, and what its sender says about it.
 *
 * @param description what it shows; {@code null} if not given
 * @param pin where on the body; {@code null} if not given
 */
public record SentImage(
        @NotNull ImageId id,
        @PhotoDescription @Nullable String description,
        @Valid @Nullable BodyPin pin) {

    public static SentImage of(ImageId id) {
        return new SentImage(id, null, null);
    }

    /** With a description as somebody typed it, which says nothing if nothing of it can be seen. */
    public static SentImage of(ImageId id, @Nullable String typed, @Nullable BodyPin pin) {
        String line = TypedText.strip(TypedText.cleanLine(typed == null ? "" : typed));
        return new SentImage(id, TypedText.isVisible(line) ? line : null, pin);
    }

    /** Without the description, which is about the patient. */
    @Override
    public String toString() {
        return "SentImage[" + id + "]";
    }
}
