package org.consilium.image;

import java.time.Instant;

/**
 * A drawing over an image, as people see it.
 *
 * @param author the full name
 */
public record Annotation(String author, Instant at, Drawing drawing) {}
