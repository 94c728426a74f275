package org.consilium.imaging;

/**
 * A size in which a photo is shown: an upright JPEG without metadata. The full one keeps its color profile, the others
 * are in sRGB.
 */
public enum Rendition {
    /**
     * Every pixel of a photo of 12 megapixels, for a clinician to zoom into. Larger photos are reduced: sensors that
     * claim more have no finer detail behind a phone's lens, and the original is kept as well.
     */
    FULL(4096, 0.9f),
    /** Fills a screen. */
    DISPLAY(1600, 0.85f),
    /** Stands in a list. */
    THUMBNAIL(320, 0.8f);

    public static final String CONTENT_TYPE = "image/jpeg";

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
    public float quality() {
        return quality;
    }
}
