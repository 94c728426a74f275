package org.consilium.imaging.format;

import java.util.Optional;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PhotoRefusedException;

/**
 * Removes from a photo's file what tells about the photo: the place, the time, the camera and its owner, texts,
 * previews, videos. The picture stays as it is, bit for bit, with its color profile and its orientation.
 */
public final class PhotoMetadata {

    private PhotoMetadata() {}

    /** The file without metadata; empty if that cannot be said of a file of this kind, or the file is damaged. */
    public static Optional<byte[]> removedFrom(byte[] file, PhotoFormat format) {
        try {
            return switch (format) {
                case JPEG -> Optional.of(JpegFile.withoutMetadata(file));
                case PNG -> Optional.of(PngFile.withoutMetadata(file));
                case WEBP -> WebpChunks.withoutMetadata(file);
                // boxes that refer to each other by their offsets
                case HEIC, AVIF -> Optional.empty();
            };
        } catch (PhotoRefusedException damaged) {
            return Optional.empty();
        }
    }
}
