package org.consilium.image;

/** The two JPEG files that were made of a photo. */
final class Renditions {

    private final byte[] display;
    private final byte[] thumbnail;
    private final int width;
    private final int height;

    Renditions(byte[] display, byte[] thumbnail, int width, int height) {
        this.display = display;
        this.thumbnail = thumbnail;
        this.width = width;
        this.height = height;
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
