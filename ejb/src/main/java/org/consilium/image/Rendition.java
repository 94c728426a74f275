package org.consilium.image;

/** A photo as people get to see it: upright, in sRGB, a JPEG without any metadata. The original is never linked. */
public enum Rendition {
    /** Fills a screen. */
    DISPLAY(1600, 0.85f),
    /** Stands in a list. */
    THUMBNAIL(320, 0.8f);

    static final String CONTENT_TYPE = "image/jpeg";

    private final int longestSide;
    private final float quality;

    Rendition(int longestSide, float quality) {
        this.longestSide = longestSide;
        this.quality = quality;
    }

    /** The most pixels that the rendition's longer side has; a smaller photo is not enlarged. */
    public int longestSide() {
        return longestSide;
    }

    /** From 0 to 1, as the JPEG encoder takes it. */
    float quality() {
        return quality;
    }
}
