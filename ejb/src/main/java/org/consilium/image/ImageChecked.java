package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A photo that was sent straight to the object store has been checked; fired in the transaction that notes it.
 *
 * @param width pixels of the upright display rendition; 0 if it cannot be used
 * @param height the same
 * @param problem why it cannot be used
 */
public record ImageChecked(
        ImageId id, int width, int height, @Nullable Reason problem) {}
