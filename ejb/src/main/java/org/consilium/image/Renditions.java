package org.consilium.image;

/** The JPEG files that were made of a photo. */
final class Renditions {

    private final byte[] full;
    private final byte[] display;
    private final byte[] thumbnail;
    private final int width;
    private final int height;

    Renditions(byte[] full, byte[] display, byte[] thumbnail, int width, int height) {
        this.full = full;
        this.display = display;
        this.thumbnail = thumbnail;
        this.width = width;
        this.height = height;
    }

    byte[] full() {
        return full;
    }

    byte[] display() {
        return display;
    }

    byte[] thumbnail() {
        return thumbnail;
    }

    /** Pixels of the display rendition. */
    int width() {
        return width;
    }

    /** Pixels of the display rendition. */
    int height() {
        return height;
    }
}
