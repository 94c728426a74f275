package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An image as part of a message.
 *
 * @param width of the upright display rendition in pixels; 0 until the check accepts the file
 * @param height of the same
 * @param incomplete whether some rows, or the end marker, were missing at the end of the file
 * @param problem the reason if the check refused the file
 */
public record StoredImage(
        ImageId id,
        int width,
        int height,
        boolean incomplete,
        @Nullable Reason problem) {

    /** Whether the image can be shown. */
    public boolean isShown() {
        return width > 0;
    }

    /** Whether the check is still pending. */
    public boolean isChecking() {
        return width == 0 && problem == null;
    }
}
