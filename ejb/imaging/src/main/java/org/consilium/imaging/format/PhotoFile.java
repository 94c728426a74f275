package org.consilium.imaging.format;

import org.jspecify.annotations.Nullable;

/**
 * The metadata of a photo's file, and the part of the file that holds the pixels: the decoder gets only that part, so
 * nothing hidden in metadata reaches it.
 *
 * @param width pixels as stored, before the orientation is applied
 * @param height pixels as stored, before the orientation is applied
 * @param orientation 1 to 8, as Exif 2.32 counts them in tag 0x0112
 * @param colorProfile an ICC profile that the decoder does not apply itself
 * @param bytesPerPixel of the decoded image
 * @param incomplete whether data may be missing: decoders then fill the rest of the picture with gray
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record PhotoFile(
        Coding coding,
        int width,
        int height,
        FileParts pixels,
        int orientation,
        byte @Nullable [] colorProfile,
        int bytesPerPixel,
        boolean incomplete) {

    /** The codec that the pixels need. */
    public enum Coding {
        JPEG,
        JPEG_CMYK,
        PNG,
        WEBP
    }

    /** The same file, of which data is missing. */
    public PhotoFile asIncomplete() {
        return new PhotoFile(coding, width, height, pixels, orientation, colorProfile, bytesPerPixel, true);
    }
}
