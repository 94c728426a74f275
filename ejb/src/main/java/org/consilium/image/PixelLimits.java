package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;

/**
 * How many pixels a file's header may claim, checked before anything is reserved for them. A baseline JPEG can be
 * thinned out while it is decoded, so it may be large; every other file occupies memory or time in proportion to its
 * size.
 */
final class PixelLimits {

    private final long thinnable;
    private final long whole;

    PixelLimits(long thinnable, long whole) {
        this.thinnable = thinnable;
        this.whole = whole;
    }

    long thinnable() {
        return thinnable;
    }

    long whole() {
        return whole;
    }

    /** Checks what a header claims, whatever the file turns out to be. */
    void check(int width, int height) {
        require(width, height, thinnable);
    }

    /** Checks a file that can only be decoded as a whole. */
    void checkWhole(int width, int height) {
        require(width, height, whole);
    }

    private static void require(int width, int height, long limit) {
        if (width <= 0 || height <= 0) {
            throw new ImageRefusedException(Reason.NOT_AN_IMAGE);
        }
        if ((long) width * height > limit) {
            throw new ImageRefusedException(Reason.TOO_MANY_PIXELS);
        }
    }
}
