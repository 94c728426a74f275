package org.consilium.consultation;

import org.consilium.image.StoredImage;
import org.jspecify.annotations.Nullable;

/**
 * An image in its message.
 *
 * @param description what it shows, in the words of its sender; {@code null} when they said nothing
 */
public record ThreadImage(StoredImage stored, @Nullable String description) {}
