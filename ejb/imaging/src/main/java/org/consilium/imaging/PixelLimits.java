package org.consilium.imaging;

import org.consilium.imaging.PhotoRefusedException.Reason;

/**
 * How many pixels a file's header may claim, checked before memory is allocated for them. A baseline JPEG can be
 * downsampled while it is decoded, so it may be large; every other file takes memory or time in proportion to its size.
 *
 * @param downsampled most pixels of a file that is downsampled while it is decoded
 * @param whole most pixels of a file that can only be decoded as a whole
 */
public record PixelLimits(long downsampled, long whole) {

    /** For a file that is not decoded. */
    public static final PixelLimits NONE = new PixelLimits(Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Checks what a header claims, whatever the file turns out to be.
     *
     * @throws PhotoRefusedException if a side is not positive, or the pixels are too many
     */
    public void check(int width, int height) {
        require(width, height, downsampled);
    }

    /**
     * Checks a file that can only be decoded as a whole.
     *
     * @throws PhotoRefusedException if a side is not positive, or the pixels are too many
     */
    public void checkWhole(int width, int height) {
        require(width, height, whole);
    }

    private static void require(int width, int height, long limit) {
        if (width <= 0 || height <= 0) {
            throw new PhotoRefusedException(Reason.NOT_AN_IMAGE);
        }
        if ((long) width * height > limit) {
            throw new PhotoRefusedException(Reason.TOO_MANY_PIXELS);
        }
    }
}
