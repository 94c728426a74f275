package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.consilium.image.ImageId;
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

    /** Without the description, which is about the patient. */
    @Override
    public String toString() {
        return "SentImage[" + id + "]";
    }
}
