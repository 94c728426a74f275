package org.consilium.consultation;

import java.net.URI;
import org.consilium.image.StoredImage;
import org.jspecify.annotations.Nullable;

/**
 * An image in a message.
 *
 * @param description what it shows, in the words of its sender; {@code null} if not given
 * @param thumbnail a link that works for five minutes, for anyone; {@code null} if only this application can show it
 * @param look for the address at which the application shows it, which is then a part of this page in the audit trail
 */
public record ThreadImage(
        StoredImage stored,
        @Nullable String description,
        @Nullable URI thumbnail,
        String look) {

    /** The link, which lets anyone see the photo, stays out of logs. */
    @Override
    public String toString() {
        return "ThreadImage[" + stored.id() + "]";
    }
}
