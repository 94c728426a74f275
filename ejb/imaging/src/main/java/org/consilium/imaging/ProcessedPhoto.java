package org.consilium.imaging;

import org.jspecify.annotations.Nullable;

/**
 * A photo that has been checked, with the renditions that were made of it.
 *
 * @param format of the original, by its content, whatever the sender called it
 * @param incomplete whether data was missing at the end of the file, though enough was there to show the photo
 * @param original what is to be kept in place of the file, without metadata; {@code null} if the file itself is kept
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record ProcessedPhoto(
        PhotoFormat format, Renditions renditions, boolean incomplete, byte @Nullable [] original) {

    /** The media type of the original. */
    public String contentType() {
        return format.contentType();
    }
}
