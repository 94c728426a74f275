package org.consilium.image;

import org.consilium.access.RecordId;

/** The public id of an image: random, and the prefix of its keys in the object store. */
public record ImageId(String value) implements RecordId {}
