package org.consilium.image.upload;

import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Event: the check of an image has ended. It is fired in the transaction that stores the result.
 *
 * @param width of the upright display rendition in pixels; 0 if the file was refused
 * @param height of the same
 * @param incomplete whether something was missing at the end of the file
 * @param problem the reason if the file was refused
 */
public record ImageChecked(
        ImageId id,
        int width,
        int height,
        boolean incomplete,
        @Nullable Reason problem) {}
