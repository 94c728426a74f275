package org.consilium.image;

import org.jspecify.annotations.Nullable;

/**
 * What the structure of a photo's file says, read without decoding a pixel: its size, how it was held, its colours, and
 * which parts of the file the decoder needs. The decoder sees those alone, so that nothing hidden in metadata reaches
 * it.
 */
final class PhotoFile {

    /** The codec that the pixels need. */
    enum Coding {
        JPEG,
        /** JPEG of four inks. */
        JPEG_INKS,
        PNG,
        WEBP
    }

    private final Coding coding;
    private final int width;
    private final int height;
    private final FileParts pixels;
    private int orientation = ExifOrientation.UPRIGHT;
    private byte @Nullable [] colorProfile;
    private int bytesPerPixel = 3;

    PhotoFile(Coding coding, int width, int height, FileParts pixels) {
        this.coding = coding;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    PhotoFile heldLike(int exifOrientation) {
        this.orientation = exifOrientation;
        return this;
    }

    PhotoFile coloredBy(byte @Nullable [] iccProfile) {
        this.colorProfile = iccProfile;
        return this;
    }

    PhotoFile decodedInto(int bytesEachPixel) {
        this.bytesPerPixel = bytesEachPixel;
        return this;
    }

    Coding coding() {
        return coding;
    }

    /** Pixels as stored, before the orientation is applied. */
    int width() {
        return width;
    }

    /** Pixels as stored, before the orientation is applied. */
    int height() {
        return height;
    }

    FileParts pixels() {
        return pixels;
    }

    /** 1 to 8, as Exif 2.32 counts them in tag 0x0112. */
    int orientation() {
        return orientation;
    }

    /** An ICC profile that the decoder does not apply itself. */
    byte @Nullable [] colorProfile() {
        return colorProfile;
    }

    /** What one decoded pixel takes in memory. */
    int bytesPerPixel() {
        return bytesPerPixel;
    }
}
