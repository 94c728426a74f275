package org.consilium.imaging.codec;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a photo, and what is needed to show them correctly.
 *
 * @param image as stored in the file, in whatever type the codec prefers
 * @param orientation 1 to 8, as Exif 2.32 counts them in tag 0x0112; 1 if the codec has applied it
 * @param colorProfile an ICC profile that the codec has not applied
 * @param incomplete whether some rows are missing at the end
 * @param full the full rendition, without its color profile, if it could be made without decoding; the image may be
 *     smaller then
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record DecodedPhoto(
        BufferedImage image,
        int orientation,
        byte @Nullable [] colorProfile,
        boolean incomplete,
        byte @Nullable [] full) {}
