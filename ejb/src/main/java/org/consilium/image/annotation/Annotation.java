package org.consilium.image.annotation;

import java.time.Instant;

/**
 * A drawing over an image, as pages show it.
 *
 * @param author the full name
 */
public record Annotation(String author, Instant at, Drawing drawing) {}
