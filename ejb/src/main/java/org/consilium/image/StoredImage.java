package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An image that somebody has sent.
 *
 * @param width pixels of the upright display rendition; 0 as long as it is not checked
 * @param height the same
 * @param problem why it cannot be used
 */
public record StoredImage(
        ImageId id, int width, int height, @Nullable Reason problem) {

    /** Whether there is something to see. */
    public boolean isShown() {
        return width > 0;
    }

    /** Whether its check is still to come. */
    public boolean isChecking() {
        return width == 0 && problem == null;
    }
}
