package org.consilium.imaging;

/**
 * The JPEG files that were made of a photo.
 *
 * @param width pixels of the display rendition
 * @param height pixels of the display rendition
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Renditions(byte[] full, byte[] display, byte[] thumbnail, int width, int height) {}
