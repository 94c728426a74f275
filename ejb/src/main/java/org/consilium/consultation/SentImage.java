package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.consilium.image.ImageId;
import org.jspecify.annotations.Nullable;

/**
 * An image that was uploaded for a message, and what its sender says of it.
 *
 * @param description what it shows; {@code null} when nothing is said
 * @param pin where on the body; {@code null} when that is not said
 */
public record SentImage(
        @NotNull ImageId id,
        @PhotoDescription @Nullable String description,
        @Valid @Nullable BodyPin pin) {

    public static SentImage of(ImageId id) {
        return new SentImage(id, null, null);
    }

    /** The description tells of the patient. */
    @Override
    public String toString() {
        return "SentImage[" + id + "]";
    }
}
