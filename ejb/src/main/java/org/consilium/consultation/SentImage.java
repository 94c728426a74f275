package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consilium.image.ImageId;
import org.consilium.platform.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * An image that was uploaded for a message, and what its sender says of it.
 *
 * @param description what it shows; {@code null} when nothing is said
 * @param pin where on the body; {@code null} when that is not said
 */
public record SentImage(
        @NotNull ImageId id,

        @PlainText @Size(max = SentImage.DESCRIPTION_MAX) @Nullable
        String description,

        @Valid @Nullable BodyPin pin) {

    /** Characters at most. */
    public static final int DESCRIPTION_MAX = 200;

    public static SentImage of(ImageId id) {
        return new SentImage(id, null, null);
    }

    /** The description tells of the patient. */
    @Override
    public String toString() {
        return "SentImage[" + id + "]";
    }
}
