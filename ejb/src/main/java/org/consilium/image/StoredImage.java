package org.consilium.image;

/**
 * An image that can be linked.
 *
 * @param width pixels of the upright display rendition
 * @param height pixels of the upright display rendition
 */
public record StoredImage(ImageId id, int width, int height) {}
