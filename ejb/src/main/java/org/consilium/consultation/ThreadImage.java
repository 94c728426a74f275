package org.consilium.consultation;

import org.consilium.image.StoredImage;
import org.jspecify.annotations.Nullable;

/**
 * An image in a message.
 *
 * @param description what it shows, in the words of its sender; {@code null} if not given
 */
public record ThreadImage(StoredImage stored, @Nullable String description) {}
