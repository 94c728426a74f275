package org.consilium.imaging;

/**
 * A photo that has been checked, with the renditions that were made of it.
 *
 * @param format by its content, whatever the sender called it
 */
public record ProcessedPhoto(PhotoFormat format, Renditions renditions) {

    /** The media type of the original. */
    public String contentType() {
        return format.contentType();
    }
}
