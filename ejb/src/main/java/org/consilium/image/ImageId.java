package org.consilium.image;

import org.consilium.access.RecordId;

/** The public name of an image; random, and the beginning of its keys in the object store. */
public record ImageId(String value) implements RecordId {}
